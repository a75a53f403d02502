"""Safetensors as NumPy arrays, without a copy."""

from __future__ import annotations

import json
from typing import Any

import numpy

_KINDS = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "i1", "U8": "u1", "BOOL": "?"}


def tensors_in(content: bytes) -> tuple[dict[str, numpy.ndarray], dict[str, Any]]:
    """The tensors of a safetensors file as read-only arrays that share its bytes, and its metadata."""
    size = int.from_bytes(content[:8], "little")
    header = json.loads(content[8:8 + size])
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, each in header.items():
        begin, end = each["data_offsets"]
        flat = numpy.frombuffer(content, _KINDS[each["dtype"]], offset=8 + size + begin,
                                count=(end - begin) // numpy.dtype(_KINDS[each["dtype"]]).itemsize)
        tensors[name] = flat.reshape(each["shape"])
    return tensors, metadata
