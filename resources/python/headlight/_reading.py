"""What a model read."""

from __future__ import annotations

import json
import re
from typing import Any, Optional, Union

import numpy

from ._figure import Figure
from ._program import Error, Program, UsageError
from ._table import Table
from ._tensors import tensors_in

# The largest map of which all heads of a layer are fetched at once, in cells.
_SMALL = 256 * 256
_NAMED = re.compile(r"(?:(encoder|decoder|cross|vision)_)?attentions\.(\d+)$")


class Reading:
    """An input as a model read it, or attention from a file. Arrays are NumPy, computed when they are asked for; the program keeps the last
    runs, so that further questions about one input do not run the model again. A notebook shows a reading as the atlas of its heads."""

    def __init__(self, program: Program, options: dict[str, Any], keeps: Any = None):
        self._program = program
        self._options = options
        self._keeps = keeps  # Files that the options name, which live as long as the reading.
        self._layers: dict[tuple, numpy.ndarray] = {}
        self._said: set[str] = set()  # What is unusual is said once.
        # One head is enough to know what was read, and for what it is refused.
        try:
            tensors, metadata = self._export(layer=0, head=0)
        except UsageError:
            raise
        except Error:
            if "import_" not in options:
                raise
            tensors, metadata = self._export()  # Of a file that begins at another layer or head.
        self._about: dict[str, Any] = json.loads(metadata.get("headlight", "{}"))
        self._tensors = tensors
        self.kinds: list[str] = list(dict.fromkeys(found.group(1) or "self" for found in map(_NAMED.match, tensors) if found))

    # What was read.

    @property
    def tokens(self) -> list[str]:
        """The texts of the tokens; of an encoder–decoder model those of the decoder."""
        return list(self._about.get("decoder_tokens") or self._about.get("tokens") or self._about.get("encoder_tokens") or [])

    @property
    def source_tokens(self) -> list[str]:
        """The texts of the encoder's tokens; those of `tokens` where there is no encoder."""
        return list(self._about.get("encoder_tokens") or self.tokens)

    @property
    def ids(self) -> numpy.ndarray:
        """int64 [tokens]; of an encoder–decoder model those of the decoder. Raises Error where there are none."""
        for name in ("decoder_input_ids", "input_ids"):
            if name in self._tensors:
                return self._tensors[name]
        raise Error("ids: expected tokens with ids, found a file without them")

    def __len__(self) -> int:
        return len(self.tokens)

    # Arrays.

    def attention(self, layer: Union[int, str], head: Optional[int] = None, *, kind: Optional[str] = None, method: str = "raw") -> numpy.ndarray:
        """Attention weights, float32: of one head [queries, keys], of a layer [heads, queries, keys]. Heads count from 0; `attention("3.1")`,
        `attention("cross 3.1")` name both. `kind` is encoder, decoder (default), cross or vision of a model that has several. `method` is
        another attribution (norm, rollout, …), of which some have one head a layer. Raises Error for a layer or head that there is not."""
        if isinstance(layer, str):
            kind, layer, head = _head_named(layer, kind)
        if len(self.tokens) * len(self.source_tokens) <= _SMALL or head is None:
            whole = self._layer(layer, kind, method)
            if head is None:
                return whole
            if 0 <= head < len(whole):
                return whole[head]
        tensors, _ = self._export(layer=layer, head=head, attention=self._kind(kind), method=method)
        return self._chosen(tensors, kind)[0]

    def attentions(self, *, kind: Optional[str] = None, method: str = "raw") -> numpy.ndarray:
        """All weights, float32 [layers, heads, queries, keys]."""
        tensors, _ = self._export(attention=self._kind(kind), method=method)
        return numpy.stack(self._all(tensors, kind))

    def _layer(self, layer: int, kind: Optional[str], method: str) -> numpy.ndarray:
        key = (layer, kind, method)
        if key not in self._layers:
            tensors, _ = self._export(layer=layer, attention=self._kind(kind), method=method)
            if len(self._layers) > 64:
                self._layers.clear()
            self._layers[key] = self._chosen(tensors, kind)
        return self._layers[key]

    @property
    def hidden_states(self) -> numpy.ndarray:
        """float32 [layers + 1, tokens, width]: what enters each layer, and what leaves the last; of an encoder–decoder model the decoder's."""
        return self._hidden("decoder_hidden_states." if "cross" in self.kinds else "hidden_states.")

    @property
    def encoder_hidden_states(self) -> numpy.ndarray:
        """float32 [layers + 1, tokens, width] of the encoder."""
        return self._hidden("encoder_hidden_states.")

    def _hidden(self, prefix: str) -> numpy.ndarray:
        tensors, _ = self._export(layer=0, head=0, with_="hidden")
        found = {int(name[len(prefix):]): each for name, each in tensors.items() if name.startswith(prefix)}
        if not found:
            raise Error(f"hidden states: expected {prefix}0, found {', '.join(tensors)}")
        return numpy.stack([found[layer] for layer in sorted(found)])

    @property
    def logits(self) -> numpy.ndarray:
        """float32 [tokens, vocabulary], or [1, classes]. Raises Error for a model without a head."""
        tensors, _ = self._export(layer=0, head=0, with_="logits")
        if "logits" not in tensors:
            raise Error("logits: expected a model with an output head, found none")
        return tensors["logits"]

    def tensors(self, *what: str, **options: Any) -> dict[str, numpy.ndarray]:
        """What `headlight attention` writes, by name: `tensors("hidden", "logits", "places", layer=2)`."""
        return self._export(with_=list(what) or None, **options)[0]

    # Metrics and analyses.

    def heads(self, **options: Any) -> Table:
        """Every metric of every head, and its label. Options: `sort`, `where="induction > 0.5"`, `columns`, `methods`, `no_probe`."""
        return self._table("heads", columns=options.pop("columns", "all"), **options)

    def predict(self, top: int = 10, **options: Any) -> dict[str, Any]:
        """What the model answers, most likely first, or wrote, as `headlight predict` says it. Options: `lens=True`, `attribute=" cat"`,
        `surprisal=True`."""
        return json.loads(self._run("predict", top=top, **options))

    def ablate(self, **options: Any) -> Table:
        """The effect of ablating each head."""
        return self._table("ablate", **options)

    def experts(self, **options: Any) -> Table:
        """The experts of each token and layer of a mixture."""
        return self._table("experts", **options)

    def noise(self, **options: Any) -> Table:
        """Heads that attend to noise, and the shift of the prediction."""
        return self._table("noise", **options)

    def between(self, from_: str, to: str, **options: Any) -> Table:
        """Each head's weight from one word to another, largest first."""
        return self._table("attention", **{"from": from_, "to": to, **options})

    def score(self, head: str, query: Union[int, str], key: Union[int, str]) -> Table:
        """Why a token attends to another: the score of one cell in its parts."""
        return self._table("attention", head=head, cell=f"{query},{key}")

    def analyse(self, method: str, **options: Any) -> dict[str, numpy.ndarray]:
        """What a method of `headlight analyse` finds, by name; `headlight.run("analyse").text` lists them. Options: `other_text`, `target`,
        `position`, `heads`, …"""
        return tensors_in(self._program.written("analyse", ".safetensors", method, notes=self._said, **{**self._options, **options}))[0]

    def intervened(self, *changes: str) -> Reading:
        """The same input with changes in the run: `intervened("ablate 1.3", "mask key first")`."""
        before = self._options.get("intervene") or []
        return Reading(self._program, {**self._options, "intervene": [*before, *changes]}, self._keeps)

    # Pictures.

    def figure(self, view: str = "heatmap", **options: Any) -> Figure:
        """Any view of the program: heatmap, links, atlas, text, arcs, profile, flow, similarity, lens, scatter, ablation, …; options are those
        of `headlight figure` (`head="3.1"`, `token="cat"`, `method="rollout"`, `colours`, `theme`, `title`, `size`, `preset`)."""
        if "size" not in options and "preset" not in options:
            options["size"] = "1080x720"
        return Figure(self._program, {**self._options, "view": view, **options}, self, self._said)

    def heatmap(self, head: Optional[str] = None, **options: Any) -> Figure:
        """The weights of a head, row by row."""
        return self.figure("heatmap", head=head, **options)

    def links(self, head: Optional[str] = None, **options: Any) -> Figure:
        """Lines between the tokens, one colour a head; `head` may be a list."""
        return self.figure("links", head=head, **options)

    def atlas(self, **options: Any) -> Figure:
        """All heads of all layers."""
        return self.figure("atlas", **options)

    def _repr_svg_(self) -> str:
        return self.atlas().svg

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"image/svg+xml": self._repr_svg_(), "text/plain": repr(self)}

    def __repr__(self) -> str:
        tokens = self.tokens
        text = " ".join(tokens[:12]) + (" …" if len(tokens) > 12 else "")
        return f"<headlight.Reading of {self._about.get('model') or self._options.get('model', '')!r}: {len(tokens)} tokens, {text!r}>"

    # Asking.

    def _run(self, command: str, **options: Any) -> str:
        return self._program.run(command, notes=self._said, **{**self._options, **options}).text

    def _table(self, command: str, **options: Any) -> Table:
        return Table.from_csv(self._run(command, **options))

    def _export(self, **options: Any) -> tuple[dict[str, numpy.ndarray], dict[str, Any]]:
        given = {**self._options, **options, "output": "-", "format": "safetensors"}
        if "with_" in given:
            given["with"] = given.pop("with_")
        if given.get("method") == "raw":
            del given["method"]
        return tensors_in(self._program.run("attention", notes=self._said, **given).bytes)

    def _kind(self, kind: Optional[str]) -> Optional[str]:
        if kind is None and "cross" in self.kinds and "import_" not in self._options:
            return "decoder"
        return None if kind == "self" else kind

    def _all(self, tensors: dict[str, numpy.ndarray], kind: Optional[str]) -> list[numpy.ndarray]:
        wanted = self._kind(kind)
        layers = {}
        for name, each in tensors.items():
            found = _NAMED.match(name)
            if found and (wanted is None or found.group(1) in (None, wanted)):
                if found.group(1) != "vision" or wanted == "vision":
                    layers[int(found.group(2))] = each
        return [layers[layer] for layer in sorted(layers)]

    def _chosen(self, tensors: dict[str, numpy.ndarray], kind: Optional[str]) -> numpy.ndarray:
        return self._all(tensors, kind)[0]


def _head_named(name: str, kind: Optional[str]) -> tuple[Optional[str], int, int]:
    """The parts of "cross 3.1", "L3H1", "3.1"."""
    found = re.fullmatch(r"(?:(encoder|decoder|cross|vision)\s+)?(?:L(\d+)H|(\d+)\.)(\d+)", name.strip())
    if not found:
        raise UsageError(f"attention: expected a head as '3.1', 'L3H1' or 'cross 3.1', found {name!r}")
    return found.group(1) or kind, int(found.group(2) or found.group(3)), int(found.group(4))
