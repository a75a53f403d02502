"""Attention as a file that the program opens."""

from __future__ import annotations

import json
from typing import Any, Optional, Sequence

import numpy

from ._program import UsageError


def write_attention(path: str, parts: dict[str, dict[int, numpy.ndarray]], tokens: dict[str, list], *, sentence_b_start: Optional[int] = None,
                    include_layers: Optional[Sequence[int]] = None, include_heads: Optional[Sequence[int]] = None, model: str = "",
                    method: str = "raw") -> bool:
    """Writes weights [heads, queries, keys] by attention and layer with their tokens, texts or ids. Whether there are several attentions."""
    several = list(parts) != ["self"]
    about: dict[str, Any] = {"version": 1}
    if model:
        about["model"] = model
    if method != "raw":
        about["method"] = method
    arrays: dict[str, numpy.ndarray] = {}
    for part, layers in parts.items():
        queries, keys = {"self": ("self", "self"), "encoder": ("encoder", "encoder"), "decoder": ("decoder", "decoder"),
                         "cross": ("decoder", "encoder")}[part]
        for number in sorted(layers) if include_layers is None else include_layers:
            if number not in layers:
                raise UsageError(f"include_layers: expected some of {', '.join(map(str, sorted(layers)))}, found {number}")
            weights = layers[number]
            for side, name, at in (("queries", queries, 1), ("keys", keys, 2)):
                if name in tokens and len(tokens[name]) != weights.shape[at]:
                    raise UsageError(f"{'' if part == 'self' else part + ' '}tokens: expected {weights.shape[at]}, as layer {number} has {side}, "
                                     f"found {len(tokens[name])}")
            if include_heads is not None:
                wrong = [head for head in include_heads if not 0 <= head < len(weights)]
                if wrong:
                    raise UsageError(f"include_heads: expected 0 to {len(weights) - 1}, found {wrong[0]}")
                weights = weights[list(include_heads)]
            arrays[("" if part == "self" else part + "_") + f"attentions.{number}"] = numpy.ascontiguousarray(weights, dtype="<f4")
    if include_heads is not None:
        about["heads"] = [int(head) for head in include_heads]
    for name, each in tokens.items():
        prefix = "" if name == "self" else name + "_"
        if each and isinstance(each[0], int):
            arrays[("decoder_" if name == "decoder" else "") + "input_ids"] = numpy.array(each, dtype="<i8")
        else:
            about[prefix + "tokens"] = list(each)
    if sentence_b_start is not None:
        count = len(tokens.get("self", ())) or next(iter(next(iter(parts.values())).values())).shape[1]
        if not 0 < sentence_b_start < count:
            raise UsageError(f"sentence_b_start: expected 1 to {count - 1}, found {sentence_b_start}")
        about["sentence_b_start"] = int(sentence_b_start)
    header: dict[str, Any] = {"__metadata__": {"format": "pt", "headlight": json.dumps(about)}}
    end = 0
    for name, each in arrays.items():
        header[name] = {"dtype": "I64" if each.dtype.kind == "i" else "F32", "shape": list(each.shape), "data_offsets": [end, end + each.nbytes]}
        end += each.nbytes
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for each in arrays.values():
            file.write(each.tobytes())
    return several
