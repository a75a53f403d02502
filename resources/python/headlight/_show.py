"""What other libraries hold, as readings, pictures and windows."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import warnings
from typing import Any, Optional, Sequence, Union

from ._attention_file import write_attention
from ._figure import Figure, Interactive
from ._model import Model, load
from ._program import Error, Note, UsageError, program_path, shared
from ._reading import Reading
from ._taken import Parts, parts_of, tokens_of

# What BertViz and CircuitsVis take for how their own pages look.
_LOOKS = {"max_value", "min_value", "negative_color", "positive_color", "mask_upper_tri", "show_axis_labels", "attention_head_names"}
_kept: list[tempfile.TemporaryDirectory] = []  # Files that windows may open yet.


def reading_of(attention: Any = None, tokens: Any = None, sentence_b_start: Optional[int] = None, *, encoder_attention: Any = None,
               decoder_attention: Any = None, cross_attention: Any = None, encoder_tokens: Any = None, decoder_tokens: Any = None,
               include_layers: Optional[Sequence[int]] = None, include_heads: Optional[Sequence[int]] = None, layer: Optional[int] = None,
               kind: Optional[str] = None, prettify_tokens: bool = True, tokenizer: Any = None, row: Optional[int] = None,
               model: str = "") -> Reading:
    """Attention that something else computed, as a Reading.

    `attention` is what BertViz takes (a list of layers [1, heads, queries, keys]) or CircuitsVis (heads [heads, queries, keys]), arrays or
    tensors [layers, heads, queries, keys], [heads, queries, keys] or [queries, keys]; an output of Transformers; a cache of TransformerLens;
    values that nnsight saved; attributions of inseq. `tokens` are texts, or ids with or without a `tokenizer`; CircuitsVis' order (tokens,
    attention) is taken, too. `sentence_b_start` is the first token of a second text. `encoder_attention`, `decoder_attention`,
    `cross_attention` with their tokens are those of an encoder–decoder model; `kind` names one of them for a figure. `include_layers` and
    `include_heads` choose, and keep their numbers. `row` is a text of a batch; `layer` the number of a layer that comes alone.
    Raises UsageError where shapes, tokens and layers do not fit together."""
    if tokens is not None and isinstance(attention, (list, tuple)) and attention and isinstance(attention[0], str):
        attention, tokens = tokens, attention
    parts = parts_of(attention, row=row, layer=layer) if attention is not None else Parts({})
    for name, each in (("encoder", encoder_attention), ("decoder", decoder_attention), ("cross", cross_attention)):
        if each is not None:
            parts.layers[name] = parts_of(each, row=row, layer=layer).only(f"{name}_attention")
    if not parts.layers:
        raise UsageError("attention: expected weights, a cache or attributions, found none")
    if "self" in parts.layers and len(parts.layers) > 1:
        parts.layers.setdefault("decoder", parts.layers.pop("self"))
    texts = {"self": tokens, "encoder": encoder_tokens, "decoder": decoder_tokens}
    if "self" not in parts.layers and decoder_tokens is None and tokens is not None:
        texts["decoder"] = tokens
    found = {}
    for name, each in texts.items():
        each = parts.tokens.get(name) if each is None else each
        if each is not None:
            found[name] = tokens_of(each, tokenizer, prettify_tokens, row)
    folder = tempfile.TemporaryDirectory(prefix="headlight-")
    path = os.path.join(folder.name, "attention.safetensors")
    several = write_attention(path, parts.layers, found, sentence_b_start=sentence_b_start, include_layers=include_layers,
                              include_heads=include_heads, model=model or parts.model, method=parts.method)
    if several:
        kind = kind or ("decoder" if "decoder" in parts.layers else "cross" if "cross" in parts.layers else "encoder")
        path += "#" + kind
    reading = load(path)
    reading._keeps = folder
    return reading


def _in_notebook() -> bool:
    shell = sys.modules.get("IPython") and sys.modules["IPython"].get_ipython()
    return bool(shell) and hasattr(shell, "kernel")


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def show(attention: Any = None, tokens: Any = None, sentence_b_start: Optional[int] = None, *, window: Optional[bool] = None,
         view: Optional[str] = None, heads: Optional[Sequence[int]] = None, display_mode: Optional[str] = None, html_action: str = "view",
         **options: Any) -> Union[Reading, Interactive]:
    """Shows a Reading, a Figure, a Model, a file, or whatever `reading_of` takes, with the arguments of BertViz' head_view and model_view.

    In a notebook it returns a view of all heads (or of `layer` and `heads`), which the notebook shows and which stays in the saved notebook;
    elsewhere, or with `window=True`, it opens the program's window and returns the Reading. `view` is one of the program's ("atlas", "links",
    "heatmap", …). Raises Error without a display."""
    ignored = sorted(_LOOKS & options.keys())
    for name in ignored:
        del options[name]
    if ignored:
        warnings.warn(f"{', '.join(ignored)}: not used; colours and scales are those of the program (colours=, scale= of a figure)", Note, stacklevel=2)
    layer = options.get("layer")
    if isinstance(attention, Model):
        if window is False:
            raise UsageError("show: expected a reading for a notebook, found a model")
        _open_window(["--model", attention.name])
        return attention
    if isinstance(attention, (str, os.PathLike)) and tokens is None:
        what = load(attention)
    elif isinstance(attention, (Reading, Figure)):
        what = attention
    else:
        what = reading_of(attention, tokens, sentence_b_start, **options)
    if window is None:
        window = not _in_notebook() and html_action == "view"
    figure = what if isinstance(what, Figure) else _chosen(what, view, layer, heads)
    if display_mode:
        figure = figure.with_options(theme=display_mode)
    if not window:
        return figure.interactive()
    _open_window([_file_for_window(what, figure)])
    return what


def _chosen(reading: Reading, view: Optional[str], layer: Optional[int], heads: Optional[Sequence[int]]) -> Figure:
    if heads is None and layer is None:
        return reading.figure(view or "atlas")
    if heads is None:
        return reading.figure(view or "links", layer=layer, head=None)
    return reading.figure(view or "links", layer=layer or 0, head=[int(head) for head in heads])


def _file_for_window(what: Any, figure: Figure) -> str:
    """The attention file of a reading that has one; else the figure, which holds the session that it was made in."""
    if isinstance(what, Reading) and "import_" in what._options:
        if what._keeps is not None:
            _kept.append(what._keeps)
        return what._options["import_"]
    folder = tempfile.TemporaryDirectory(prefix="headlight-")
    _kept.append(folder)
    path = os.path.join(folder.name, "figure.svg")
    figure.save(path)
    return path


def _open_window(arguments: Sequence[str]) -> subprocess.Popen:
    if not _has_display():
        raise Error("show: expected a display for the window, found none; window=False gives a view for a notebook")
    return subprocess.Popen([program_path(shared()._path), *arguments], start_new_session=True, stdin=subprocess.DEVNULL)


def _reading(attention: Any, tokens: Any, options: dict[str, Any]) -> tuple[Reading, dict[str, Any]]:
    names = {"sentence_b_start", "encoder_attention", "decoder_attention", "cross_attention", "encoder_tokens", "decoder_tokens",
             "include_layers", "include_heads", "kind", "prettify_tokens", "tokenizer", "row", "model"}
    if isinstance(attention, Reading):
        return attention, options
    taken = {name: options.pop(name) for name in names & options.keys()}
    return reading_of(attention, tokens, **taken), options


def figure(attention: Any = None, tokens: Any = None, view: str = "heatmap", **options: Any) -> Figure:
    """A figure of what `reading_of` takes; its options and those of `Reading.figure`."""
    reading, rest = _reading(attention, tokens, options)
    return reading.figure(view, **rest)


def heatmap(attention: Any = None, tokens: Any = None, head: Optional[str] = None, **options: Any) -> Figure:
    """The weights of a head, in place of CircuitsVis' attention_pattern."""
    return figure(attention, tokens, "heatmap", head=head, **options)


def links(attention: Any = None, tokens: Any = None, head: Optional[str] = None, **options: Any) -> Figure:
    """Lines between tokens, in place of BertViz' head_view."""
    return figure(attention, tokens, "links", head=head, **options)


def atlas(attention: Any = None, tokens: Any = None, **options: Any) -> Figure:
    """All heads, in place of BertViz' model_view and CircuitsVis' attention_heads."""
    return figure(attention, tokens, "atlas", **options)
