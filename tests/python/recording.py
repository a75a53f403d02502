"""What the cases of recorded attention share: tiny models, Headlight's weights of a file, and the difference from the library's."""

import copy
import importlib
import os
import pathlib
import subprocess
import sys
import tempfile
import warnings

import numpy
import torch
import transformers

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "resources" / "python"))
from headlight_export import record, seen  # noqa: E402,F401

HEADLIGHT = sys.argv[1] if len(sys.argv) > 1 else "headlight"
T = transformers
FOLDER = tempfile.TemporaryDirectory()
TEXT = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 32, "vocab_size": 50,
        "pad_token_id": 0, "bos_token_id": 1, "eos_token_id": 2, "max_position_embeddings": 64}
GROUPED = {**TEXT, "num_key_value_heads": 2, "head_dim": 8}
IDS = torch.tensor([[1, 5, 9, 5, 9, 30, 2, 5, 41, 7, 8, 3]])


class Missing(Exception):
    """A library that is not there, or not for these versions of the others."""


def library(name):
    """The module of a library; the case is skipped without it."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise Missing(f"{name} cannot be imported ({error})") from None


class Cases(dict):
    """Name → function that gives (largest difference, whether it was written as weights), or (None, sentence of a refusal)."""

    def case(self, function):
        self[function.__name__.replace("_", " ")] = function
        return function


def made(kind, config, implementation="eager", spread=4):
    """A model of random numbers, with queries and keys wide enough that weights are far from equal."""
    torch.manual_seed(7)
    model = kind._from_config(copy.deepcopy(config), attn_implementation=implementation).eval()  # It keeps its configuration.
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if parameter.dim() == 2 and "." in name and ("q" in name.split(".")[-2].lower() or "attn" in name.split(".")[-2]
                                         or "k" in name.split(".")[-2].lower()):
                parameter.mul_(spread)
            if name.endswith("sinks"):
                parameter.normal_()
    return model


def headlight(path, part="", numbers=None):
    """The weights that Headlight makes of a file: [heads, queries, keys] of each layer, which have these `numbers`."""
    out = os.path.join(FOLDER.name, "out.npz")
    run = subprocess.run([HEADLIGHT, "attention", "--import", path + ("#" + part if part else ""), "-o", out],
                         capture_output=True, text=True)
    if run.returncode != 0:
        raise ValueError(run.stderr.strip())
    arrays = numpy.load(out)
    found = {}
    for name in arrays.files:
        if "attentions." in name:
            found[int(name.rsplit(".", 1)[1])] = arrays[name]
    assert sorted(found) == (numbers or list(range(len(found)))), f"layers {sorted(found)}"
    return [found[layer] for layer in sorted(found)]


def difference(expected, found):
    """The largest difference of lists of weights, [batch of one, heads, queries, keys] or without the batch."""
    assert len(expected) == len(found), f"{len(expected)} layers expected, {len(found)} found"
    largest = 0
    for one, other in zip(expected, found):
        one = (one[0] if one.dim() == 4 else one).float().numpy()
        assert one.shape == other.shape, f"{one.shape} expected, {other.shape} found"
        largest = max(largest, float(numpy.abs(one - other).max()))
    return largest


def compared(model, inputs, what="qk", eager=None, path="a.safetensors", expected=None, part="", read=None, **options):
    """(largest difference, whether layers were written as weights) of what a call of the model gives."""
    path = os.path.join(FOLDER.name, path)
    with warnings.catch_warnings(record=True) as said, torch.no_grad():
        warnings.simplefilter("always")
        with record(model, path=path, what=what, **options):
            output = model(**inputs, **({"output_attentions": True} if eager is None else {}))
        if read:
            expected = output[read]
        if expected is None:
            if eager is not None:
                eager.load_state_dict(model.state_dict())
                output = eager(**inputs, output_attentions=True)
            expected = {"": lambda o: o.attentions, "encoder": lambda o: o.encoder_attentions,
                        "decoder": lambda o: o.decoder_attentions, "cross": lambda o: o.cross_attentions}[part](output)
    return difference([each.detach() for each in expected], headlight(path, part)), any("as weights" in str(each.message) for each in said)


def both(kind, config, inputs, **options):
    """Called eagerly, and as the library does by itself, against the eager weights."""
    eager = compared(made(kind, config), inputs, **options)
    if not getattr(kind, "_supports_sdpa", True):  # T5 of Transformers 4.
        return eager
    fast = compared(made(kind, config, "sdpa"), inputs, eager=made(kind, config), **options)
    return max(eager[0], fast[0]), eager[1] or fast[1]


def each_by_itself(kind, config, inputs):
    """Where the library's own ways of computing differ: eagerly against the eager weights, else queries and keys against what the
    model makes of values that are 1 for one key each."""
    eager = compared(made(kind, config), inputs)
    model = made(kind, config, "sdpa")
    path = os.path.join(FOLDER.name, "own.safetensors")
    with torch.no_grad(), record(model, path=path, what="weights"):
        model(**inputs)
    fast = compared(model, inputs, eager=False, expected=[torch.from_numpy(each) for each in headlight(path)])
    return max(eager[0], fast[0]), eager[1] or fast[1]


LEFT = {"input_ids": IDS, "attention_mask": torch.tensor([[0] * 3 + [1] * 9])}
RIGHT = {"input_ids": IDS, "attention_mask": torch.tensor([[1] * 9 + [0] * 3])}
PLAIN = {"input_ids": IDS}


def refused(reason, work):
    """Refusals that must be: (None, the sentence)."""
    try:
        work()
    except ValueError as error:
        assert reason in str(error), f"{reason!r} expected in the message, found {error}"
        return None, str(error)
    raise AssertionError("expected a refusal, found a file")


def called(inputs, path="r.safetensors", kind=T.LlamaForCausalLM, config=T.LlamaConfig(**GROUPED), **options):
    model = made(kind, config)
    with torch.no_grad(), record(model, path=os.path.join(FOLDER.name, path), **options):
        for each in inputs:
            model(**each)
