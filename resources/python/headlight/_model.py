"""Models, and what they read."""

from __future__ import annotations

import json
import os
from typing import Any, Optional, Sequence, Union

from ._pictures import files_of
from ._program import Output, Program, UsageError, Word, shared
from ._reading import Reading
from ._table import Table
from ._version import __version__ as _version

Picture = Any  # A file, a PIL image, or an array [height, width, 3] of bytes.


class Model:
    """A model that the program opened: `model.read(…)` gives a Reading, `model.run(…)` any command with this model."""

    def __init__(self, name: str, program: Optional[Program] = None, **options: Any):
        self.name = name
        self.program = program or shared()
        self.options = {"model": name, **options}
        # Refuses what is no model now rather than at the first text.
        self.info: str = self.program.run("models", name, notes=False).text

    def read(self, text: Optional[str] = None, *, pair: Optional[str] = None, ids: Optional[Sequence[int]] = None,
             types: Optional[Sequence[int]] = None, chat: Union[None, str, os.PathLike, list, dict] = None,
             image: Union[None, Picture, Sequence[Picture]] = None, sound: Optional[os.PathLike] = None,
             pixels: Optional[os.PathLike] = None, decoder_text: Optional[str] = None, decoder_ids: Optional[Sequence[int]] = None,
             generate: Optional[int] = None, intervene: Union[None, str, Sequence[str]] = None, **options: Any) -> Reading:
        """Has the model read a text, a pair, ids, a conversation (messages, or a file of them), pictures or a sound.

        `decoder_text` or `decoder_ids` is what the decoder of an encoder–decoder model has read; `generate=N` has the model write first, with
        `beams`, `temperature`, `top_k`, `top_p`, `seed`; `intervene` changes the run, as "ablate 1.3; cap sink 0.2". Further options are those
        of the command line (`prefix`, `generate_prompt`). Raises UsageError and Error as the program does."""
        if not any(each is not None for each in (text, ids, chat, image, sound, pixels)) and "text_file" not in options:
            raise UsageError("read: expected a text, ids, a conversation, a picture or a sound, found none")
        given: dict[str, Any] = dict(self.options)
        if isinstance(chat, (list, dict)):
            chat = json.dumps(chat, ensure_ascii=False)
        pictures, kept = files_of(image) if image is not None else (None, None)
        given.update(text=text, pair=pair, ids=_list(ids), types=_list(types), chat=chat, image=pictures, sound=sound, pixels=pixels,
                     decoder_text=decoder_text, decoder_ids=_list(decoder_ids), generate=generate,
                     intervene=[intervene] if isinstance(intervene, str) else intervene, **options)
        return Reading(self.program, given, kept)

    def run(self, command: str, *arguments: Word, **options: Any) -> Output:
        """Any command with this model: `model.run("cost")`, `model.run("analyse", "copying")`."""
        return self.program.run(command, *arguments, **{**self.options, **options})

    def tokenize(self, text: str, pair: Optional[str] = None) -> dict[str, Any]:
        """What the tokenizer makes of a text: ids, tokens, offsets (as `headlight tokenize` writes them)."""
        return json.loads(self.run("tokenize", text=text, pair=pair).text)

    def cost(self, **options: Any) -> Table:
        """Multiply-adds and memory by component and text length."""
        return Table.from_csv(self.run("cost", **options).text)

    def similarity(self, text: str, pair: str, **options: Any) -> Table:
        """What each token brings to the cosine of two texts' sentence embeddings."""
        return Table.from_csv(self.run("similarity", text=text, pair=pair, **options).text)

    def __repr__(self) -> str:
        return f"headlight.open({self.name!r})"


def _list(values: Optional[Sequence[int]]) -> Optional[list]:
    return None if values is None else [int(value) for value in values]


def open(model: Union[str, os.PathLike] = "gpt", *, program: Optional[Program] = None, **options: Any) -> Model:
    """Opens a built-in model (`gpt`, `bert`, `sentiment`, `translator`, `captioner`), a model's folder, a GGUF file, or a model of the local Hugging Face
    cache by name. Of an adapter `adapter_scale` and `base` are as on the command line. Raises Error where there is no such model."""
    return Model(os.fspath(model), program, **options)


def load(file: Union[str, os.PathLike], *, row: Optional[int] = None, program: Optional[Program] = None) -> Reading:
    """Opens attention from a file (.safetensors, .npz, .npy, .pt) that something else computed; "FILE#cross" names a part. The Reading has
    attention, metrics and figures, and no model to ask."""
    return Reading(program or shared(), {"import_": os.fspath(file), "row": row})


def models() -> Table:
    """The models that are built in and those found on this computer."""
    return Table.from_csv(shared().run("models", output="-", notes=False).text)


def version() -> str:
    """The version of the program and of this package, which are the same."""
    shared().run("--version")  # Raises where they differ.
    return _version
