"""Attention as other libraries hold it, as arrays."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Optional, Sequence

import numpy

from ._program import UsageError

Layers = dict  # dict[int, numpy.ndarray]: [heads, queries, keys] by the number of the layer.
_PATTERN = re.compile(r"(?:.*\.)?blocks\.(\d+)\.attn\.hook_pattern$")


@dataclass
class Parts:
    """Weights by which attention they are ("self", "encoder", "decoder", "cross"), and what came with them."""

    layers: dict[str, Layers]
    tokens: dict[str, Any] = field(default_factory=dict)
    model: str = ""
    method: str = "raw"

    def only(self, argument: str) -> Layers:
        if list(self.layers) != ["self"]:
            raise UsageError(f"{argument}: expected weights of layers, found {', '.join(self.layers) or 'nothing'}")
        return self.layers["self"]


def array_of(value: Any) -> numpy.ndarray:
    """float32 of an array, a tensor of PyTorch, JAX or TensorFlow, or a value that nnsight saved."""
    if hasattr(value, "value") and not hasattr(value, "shape"):  # A proxy of nnsight.
        value = value.value
    if hasattr(value, "detach"):
        value = value.detach().float().cpu().numpy()
    try:
        array = numpy.asarray(value)
        # NumPy has no bfloat16 of its own: that of JAX has the kind of bytes.
        if array.dtype == object or (array.dtype.kind in "USV" and not array.dtype.name.startswith(("bfloat16", "float8"))):
            raise ValueError(f"{array.dtype}")
        return array.astype(numpy.float32, copy=False)
    except (TypeError, ValueError) as error:
        raise UsageError(f"attention: expected numbers, found {type(value).__name__} ({error})") from None


def parts_of(attention: Any, row: Optional[int] = None, layer: Optional[int] = None) -> Parts:
    """The attention in an object of another library. Raises UsageError for one that is not known."""
    if hasattr(attention, "sequence_attributions"):
        return _inseq(attention, row)
    if hasattr(attention, "cache_dict"):  # TransformerLens.
        attention = attention.cache_dict
    given = {name: getattr(attention, name, None) for name in ("attentions", "encoder_attentions", "decoder_attentions", "cross_attentions")}
    given = {name: each for name, each in given.items() if each is not None and len(each)}
    if given:  # An output of Transformers.
        names = {"attentions": "self", "encoder_attentions": "encoder", "decoder_attentions": "decoder", "cross_attentions": "cross"}
        return Parts({names[name]: layers_of(each, row, layer) for name, each in given.items()})
    if isinstance(attention, Mapping):
        found = {int(match.group(1)): each for name, each in attention.items() if (match := _PATTERN.match(str(name)))}
        if found:
            return Parts({"self": {number: _heads(array_of(each), row, f"layer {number}") for number, each in sorted(found.items())}})
        if attention and all(isinstance(name, int) for name in attention):
            return Parts({"self": {number: _heads(array_of(each), row, f"layer {number}") for number, each in sorted(attention.items())}})
        raise UsageError("attention: expected a cache with blocks.N.attn.hook_pattern, or layers by number, found "
                         f"{', '.join(map(str, list(attention)[:4])) or 'nothing'}")
    return Parts({"self": layers_of(attention, row, layer)})


def layers_of(attention: Any, row: Optional[int], layer: Optional[int]) -> Layers:
    """Layers [heads, queries, keys] of a list of them, or of one array with or without layers, batch and heads."""
    if isinstance(attention, (list, tuple)) and attention and not isinstance(attention[0], (int, float)):
        first = attention[0]
        if isinstance(first, (list, tuple)) and first and hasattr(first[0], "shape"):
            raise UsageError("attention: expected one run, found the steps of generate(); headlight_export.write(path, attentions, tokens) "
                             "makes one text of them, which headlight.load(path) opens")
        if first is None or hasattr(first, "shape") or hasattr(first, "value"):
            arrays = [None if each is None else array_of(each) for each in attention]
            if all(each is None for each in arrays):
                raise UsageError("attention: expected weights, found layers of None; output_attentions=True with attn_implementation='eager' "
                                 "gives them, headlight_export records without")
            if all(each is not None and each.ndim == 2 for each in arrays):  # Heads of one layer.
                return {layer or 0: _heads(numpy.stack(arrays), row, "attention")}
            return {number: _heads(each, row, f"layer {number}") for number, each in enumerate(arrays) if each is not None}
    whole = array_of(attention)
    if whole.ndim == 2:
        return {layer or 0: whole[None]}
    if whole.ndim == 3:
        return {layer or 0: _heads(whole, row, "attention")}
    if whole.ndim in (4, 5):
        return {number: _heads(each, row, f"layer {number}") for number, each in enumerate(whole)}
    raise UsageError("attention: expected [layers, heads, queries, keys], [heads, queries, keys], [queries, keys] or a list of layers, "
                     f"found {list(whole.shape)}")


def _heads(weights: numpy.ndarray, row: Optional[int], place: str) -> numpy.ndarray:
    if weights.ndim == 4:
        if row is None and weights.shape[0] != 1:
            raise UsageError(f"{place}: expected a batch of 1, found {weights.shape[0]}; row= names one text")
        if row is not None and not 0 <= row < weights.shape[0]:
            raise UsageError(f"row: expected 0 to {weights.shape[0] - 1}, found {row}")
        weights = weights[row or 0]
    if weights.ndim != 3:
        raise UsageError(f"{place}: expected [heads, queries, keys], found {list(weights.shape)}")
    return weights


def tokens_of(tokens: Any, tokenizer: Any, pretty: bool, row: Optional[int]) -> list:
    """Texts, or ids where there is no tokenizer."""
    if hasattr(tokens, "tolist"):
        tokens = tokens.tolist()
    tokens = list(tokens)
    if tokens and isinstance(tokens[0], (list, tuple)):
        if row is None and len(tokens) != 1:
            raise UsageError(f"tokens: expected those of one text, found {len(tokens)} texts; row= names one")
        tokens = list(tokens[row or 0])
    tokens = [getattr(token, "token", token) for token in tokens]  # Those of inseq have an id, too.
    if tokens and all(isinstance(token, int) for token in tokens):
        if tokenizer is None:
            return tokens
        tokens = tokenizer.convert_ids_to_tokens(tokens)
    if not all(isinstance(token, str) for token in tokens):
        raise UsageError(f"tokens: expected texts or ids, found {type(next(t for t in tokens if not isinstance(t, str))).__name__}")
    return [_pretty(token) for token in tokens] if pretty else tokens


def _pretty(token: str) -> str:
    """As BertViz does: marks of blanks as blanks."""
    return token.replace("Ġ", " ").replace("▁", " ").replace("Ċ", "\n").replace("</w>", "")


def _inseq(out: Any, row: Optional[int]) -> Parts:
    """Attributions of inseq: rows are the tokens that were written, columns those that they are attributed to."""
    several: Sequence[Any] = out.sequence_attributions
    if row is None and len(several) != 1:
        raise UsageError(f"attributions: expected those of one text, found {len(several)}; row= names one")
    one = several[row or 0]
    # inseq keeps [attributed to, written, …]; a text that is only gone on with has no source.
    source = getattr(one, "source_attributions", None)
    values = array_of(source if source is not None else one.target_attributions)
    if values.ndim == 3:  # By dimension of the embeddings, not by layer and head.
        raise UsageError("attributions: expected a number for each pair of tokens, found one for each dimension of the embeddings; "
                         "out.aggregate() gives them")
    keys = [token.token for token in (one.source if source is not None else one.target)]
    start = getattr(one, "attr_pos_start", 0) or 0
    end = getattr(one, "attr_pos_end", None) or len(one.target)
    queries = [token.token for token in one.target][start:end]
    if values.ndim == 2:
        layers = {0: values.T[None]}
    elif values.ndim == 4:  # [attributed to, written, layers, heads]
        layers = {layer: numpy.ascontiguousarray(values[:, :, layer].transpose(2, 1, 0)) for layer in range(values.shape[2])}
    else:
        raise UsageError(f"attributions: expected [tokens, tokens] or [tokens, tokens, layers, heads], found {list(values.shape)}")
    if len(queries) != values.shape[1]:
        queries = [token.token for token in one.target][-values.shape[1]:]
    about = getattr(out, "info", {}) or {}
    return Parts({"cross": layers}, {"decoder": queries, "encoder": keys}, str(about.get("model_name", "")), str(about.get("attribution_method", "raw")))
