"""Pictures as files, which is how the program reads them."""

from __future__ import annotations

import os
import struct
import tempfile
import zlib
from typing import Any, Optional

import numpy

from ._program import UsageError


def files_of(image: Any) -> tuple[list[str], Optional[tempfile.TemporaryDirectory]]:
    """Names of files with the pictures, and the folder of those that were written for it, which lives as long as that."""
    several = image if isinstance(image, (list, tuple)) else [image]
    folder = None
    names = []
    for each in several:
        if isinstance(each, (str, os.PathLike)):
            names.append(os.path.abspath(os.fspath(each)))
            continue
        folder = folder or tempfile.TemporaryDirectory(prefix="headlight-")
        name = os.path.join(folder.name, f"{len(names)}.png")
        write_png(name, numpy.asarray(each.convert("RGB") if hasattr(each, "convert") else each))
        names.append(name)
    return names, folder


def write_png(path: str, pixels: numpy.ndarray) -> None:
    """Writes bytes [height, width, 3] as a PNG."""
    if pixels.dtype != numpy.uint8 or pixels.ndim != 3 or pixels.shape[2] != 3:
        raise UsageError(f"image: expected bytes (uint8) of [height, width, 3], found {pixels.dtype} of {list(pixels.shape)}")
    height, width, _ = pixels.shape
    rows = numpy.concatenate([numpy.zeros((height, 1), numpy.uint8), pixels.reshape(height, width * 3)], axis=1)

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
                   chunk(b"IDAT", zlib.compress(rows.tobytes())) + chunk(b"IEND", b""))
