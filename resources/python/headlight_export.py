"""Writes the attention of a PyTorch model to a file that Headlight opens. One file, to be copied where the model runs.

    from headlight_export import record
    with record(model, tokenizer, text, "attention.safetensors"):
        model(**tokenizer(text, return_tensors="pt"))

Then `headlight attention.safetensors`, or `headlight figure --import attention.safetensors …`.

What is written, for each layer: queries and keys after rotation ("qk", the default: small, and Headlight computes every
rectangle when it is looked at), or the weights ("weights": large, but exactly what the model used; needs a model loaded
with attn_implementation="eager"). Beside them the tokens, and the likeliest next tokens when the call gives logits.

It needs PyTorch and nothing else: the safetensors file is written here; a name ending in .npz is written with NumPy.
Models of the Transformers library are hooked at their attention modules, which may lie on different devices (Accelerate's
device_map): each layer is moved to the processor's memory when it has run. Of several processes, rank 0 writes.
"""

import contextlib
import json
import math
import struct

import torch

__all__ = ["record", "write"]

_DTYPES = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.float64: "F64",
           torch.int64: "I64", torch.uint8: "U8"}


def write(path, tensors, notes):
    """Writes named tensors and the notes (a dictionary) as safetensors, or as .npz by the name."""
    path = str(path)
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()}
    text = json.dumps(notes, ensure_ascii=False)
    if path.endswith(".npz"):
        import numpy
        arrays = {name: (t.float() if t.dtype == torch.bfloat16 else t).numpy() for name, t in tensors.items()}
        with open(path, "wb") as file:
            numpy.savez(file, headlight=numpy.frombuffer(text.encode(), dtype=numpy.uint8), **arrays)
        return
    header, offset = {"__metadata__": {"headlight": text, "format": "pt"}}, 0
    for name, tensor in tensors.items():
        size = tensor.numel() * tensor.element_size()
        header[name] = {"dtype": _DTYPES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [offset, offset + size]}
        offset += size
    head = json.dumps(header).encode()
    head += b" " * (-len(head) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(head)))
        file.write(head)
        for tensor in tensors.values():
            file.write(memoryview(tensor.reshape(-1).view(torch.uint8).numpy()) if tensor.numel() else b"")


def _attention_modules(model):
    """The attention module of each layer, in order: those with a query and a key projection, or with one for all."""
    found = []
    for name, module in model.named_modules():
        names = {child for child, _ in module.named_children()}
        separate = {"q_proj", "k_proj"} <= names or {"query", "key"} <= names or {"q_lin", "k_lin"} <= names
        fused = names & {"c_attn", "query_key_value", "qkv_proj", "Wqkv"}
        if separate or fused:
            found.append((name, module))
    if not found:
        raise ValueError("expected attention modules with query and key projections, found none; "
                         "use write() with tensors of your own")
    return found


def _first(thing, *names):
    for name in names:
        value = getattr(thing, name, None)
        if value is not None:
            return value
    return None


@contextlib.contextmanager
def record(model, tokenizer=None, text=None, path="attention.safetensors", what="qk", ids=None, top=10, dtype=None):
    """Records the next call of `model` (a batch of one) and writes it to `path` at the end of the block.

    what   "qk" or "weights".
    ids    The token ids, where the call does not name them `input_ids`.
    dtype  What to store, for instance torch.float16; the model's own by default.

    Queries and keys are taken where the attention is computed: Transformers models call one of a few functions with
    them, after the rotation, which is watched while the block runs.
    """
    if what not in ("qk", "weights"):
        raise ValueError(f"what: expected 'qk' or 'weights', found {what!r}")
    modules = _attention_modules(model)
    order = {id(module): number for number, (_, module) in enumerate(modules)}
    config = getattr(model, "config", None)
    taken, facts, seen, undo = {}, {}, {}, []

    def keep(name, tensor):
        if tensor.shape[0] != 1:
            raise ValueError(f"expected a batch of one, found {tensor.shape[0]}")
        tensor = tensor.detach()[0].to("cpu")  # Also from a device that another process or layer uses.
        taken[name] = tensor.to(dtype) if dtype else tensor

    def note_input(module, arguments, keywords):
        value = keywords.get("input_ids", arguments[0] if arguments else None)
        if torch.is_tensor(value) and value.dtype == torch.int64:
            seen["ids"] = value.detach().cpu().reshape(-1)

    def note_output(module, arguments, output):
        logits = output.get("logits") if isinstance(output, dict) else getattr(output, "logits", None)
        if logits is None and torch.is_tensor(output) and output.dim() == 3:
            logits = output
        if logits is not None and logits.dim() == 3:
            seen["logits"] = logits.detach()[0, -1].float().cpu()

    try:
        undo.append(model.register_forward_pre_hook(note_input, with_kwargs=True).remove)
    except TypeError:  # PyTorch before 2.0: hooks see the positional arguments only.
        undo.append(model.register_forward_pre_hook(lambda m, a: note_input(m, a, {})).remove)
    undo.append(model.register_forward_hook(note_output).remove)

    running = []  # The attention modules that are being called.

    def enter(module, *_):
        running.append(order[id(module)])

    def leave(module, arguments, output):
        layer = running.pop()
        if what != "weights":
            return
        weights = output[1] if isinstance(output, (tuple, list)) and len(output) > 1 else None
        if not torch.is_tensor(weights) or weights.dim() != 4:
            raise ValueError(f"{modules[layer][0]}: expected weights as its second output; load the model with "
                             "attn_implementation='eager' and call it with output_attentions=True")
        keep(f"attentions.{layer}", weights)

    for _, module in modules:
        undo.append(module.register_forward_pre_hook(enter).remove)
        undo.append(module.register_forward_hook(leave).remove)

    def note(layer, query, key, scale, causal):
        """query [1, heads, tokens, dHead], key [1, kvHeads, tokens, dHead], after rotation."""
        keep(f"queries.{layer}", query)
        keep(f"keys.{layer}", key)
        facts.setdefault("scale", {})[layer] = float(scale) if scale is not None else 1 / math.sqrt(query.shape[-1])
        facts.setdefault("causal", {})[layer] = causal

    def is_causal(mask, asked, query, key):
        """Whether the first token sees no other: as the call says, or as its mask does."""
        if asked is not None and query.shape[-2] > 1 and asked:
            return True
        if torch.is_tensor(mask) and mask.shape[-2] > 1 and mask.shape[-1] > 1:
            cell = mask[..., 0, 1].flatten()[0].item()
            return not cell if mask.dtype == torch.bool else cell < -1e4
        return False

    def watched(function, name):
        def call(*arguments, **keywords):
            if running:
                layer = running[-1]
                if name == "scaled_dot_product_attention":
                    query, key = (list(arguments) + [keywords.get("query"), keywords.get("key")])[:2]
                    mask = keywords.get("attn_mask", arguments[3] if len(arguments) > 3 else None)
                    note(layer, query, key, keywords.get("scale"), is_causal(mask, keywords.get("is_causal"), query, key))
                else:  # (module, query, key, value, attention_mask, scaling=…)
                    module, query, key = arguments[:3]
                    mask = arguments[4] if len(arguments) > 4 else keywords.get("attention_mask")
                    asked = _first(module, "is_causal")
                    note(layer, query, key, keywords.get("scaling"),
                         is_causal(mask, asked if mask is None else None, query, key))
                    if keywords.get("softcap"):
                        facts["soft_cap"] = float(keywords["softcap"])
            return function(*arguments, **keywords)
        return call

    def watch(owner, name):
        function = getattr(owner, name, None)
        if function is not None:
            setattr(owner, name, watched(function, name))
            undo.append(lambda: setattr(owner, name, function))

    if what == "qk":
        # PyTorch's own function, and the function for eager attention in the file of each model.
        watch(torch.nn.functional, "scaled_dot_product_attention")
        import sys
        for home in {type(module).__module__ for _, module in modules}:
            watch(sys.modules[home], "eager_attention_forward")

    try:
        yield
    finally:
        for each in reversed(undo):
            each()

    layers = sorted({int(name.rsplit(".", 1)[1]) for name in taken})
    if len(layers) != len(modules):
        missing = [modules[i][0] for i in range(len(modules)) if i not in layers]
        raise ValueError(f"expected attention of {len(modules)} layers, {missing[0]} gave none"
                         + ("; try what='weights'" if what == "qk" else ""))
    if torch.distributed.is_available() and torch.distributed.is_initialized() and torch.distributed.get_rank() != 0:
        return

    tensors = dict(taken)
    notes = {"version": 1, "model": str(_first(config, "_name_or_path", "model_type") or type(model).__name__)}
    if text is not None:
        notes["text"] = text
    ids = torch.as_tensor(ids).reshape(-1).cpu() if ids is not None else seen.get("ids")
    if ids is not None:
        tensors["input_ids"] = ids.to(torch.int64)
        if tokenizer is not None:
            notes["tokens"] = [tokenizer.decode([number]) for number in ids.tolist()]
            special = set(getattr(tokenizer, "all_special_ids", []))
            notes["special"] = [place for place, number in enumerate(ids.tolist()) if number in special]
    if what == "qk":
        notes["scale"] = [facts["scale"][layer] for layer in layers]
        notes["causal"] = any(facts["causal"].values())
        notes["soft_cap"] = facts.get("soft_cap", 0)
        window, types = _first(config, "sliding_window"), _first(config, "layer_types")
        if window and types and len(types) == len(layers):
            notes["window"] = [window if kind == "sliding_attention" else 0 for kind in types]
        elif window and getattr(config, "use_sliding_window", True):
            notes["window"] = window
    if "logits" in seen:
        best = torch.topk(torch.softmax(seen["logits"], -1), min(top, seen["logits"].numel()))
        named = (lambda number: tokenizer.decode([number])) if tokenizer is not None else str
        notes["predictions"] = [{"title": "Next token",
                                 "answers": [{"text": named(number), "probability": min(1.0, probability)}
                                             for probability, number in zip(best.values.tolist(), best.indices.tolist())]}]
    write(path, tensors, notes)
