"""Figures of the program as notebooks show them."""

from __future__ import annotations

import base64
import html
import os
from typing import Any, Optional

from ._program import Program


class Figure:
    """A figure of a reading, drawn when it is looked at. A notebook shows it as SVG; `interactive()` is a view that shows every value."""

    def __init__(self, program: Program, options: dict[str, Any], keeps: Any = None, said: Optional[set] = None):
        self._program = program
        self._options = options
        self._said = set() if said is None else said
        self._keeps = keeps  # A file that the figure is made from, and that lives as long as it does.
        self._svg: Optional[str] = None

    def save(self, path: os.PathLike | str, **options: Any) -> None:
        """Writes .svg, .png, .pdf, .pptx or .html, by the name's ending; options are those of `headlight figure`: preset="paper", dpi=300,
        theme="dark", title="…"."""
        self._program.run("figure", notes=self._said, output=os.path.abspath(os.fspath(path)), **{**self._options, **options})

    def bytes(self, kind: str = "png", **options: Any) -> bytes:
        """The file as it would be saved."""
        return self._program.written("figure", "." + kind, notes=self._said, **{**self._options, **options})

    @property
    def svg(self) -> str:
        """The figure as SVG."""
        if self._svg is None:
            self._svg = self.bytes("svg").decode("utf-8")
        return self._svg

    def html(self, **options: Any) -> str:
        """The figure as a page by itself that shows every value and needs no network."""
        return self.bytes("html", **options).decode("utf-8")

    def interactive(self, height: Optional[int] = None) -> Interactive:
        """The page within a notebook; it is saved with the notebook and works without a network and without Python."""
        return Interactive(self, height)

    def with_options(self, **options: Any) -> Figure:
        """The same figure with other options of `headlight figure`."""
        return Figure(self._program, {**self._options, **options}, self._keeps, self._said)

    def _repr_svg_(self) -> str:
        return self.svg

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"image/svg+xml": self.svg, "text/plain": repr(self)}

    def __repr__(self) -> str:
        chosen = {name: value for name, value in self._options.items() if name in ("view", "head", "layer", "token", "attention", "method")}
        return "headlight.Figure(" + ", ".join(f"{name}={value!r}" for name, value in chosen.items() if value is not None) + ")"


class Interactive:
    """A page of a figure in a frame of its own, which covers the figure as an image: where frames are dropped, as in previews, that is left."""

    def __init__(self, figure: Figure, height: Optional[int] = None):
        self._figure = figure
        self._page = figure.html()
        self._height = height or 620

    @property
    def page(self) -> str:
        """The page by itself."""
        return self._page

    def save(self, path: str | os.PathLike) -> None:
        """Writes the page to a file."""
        with open(path, "w", encoding="utf-8") as file:
            file.write(self._page)

    def _repr_html_(self) -> str:
        svg = base64.b64encode(self._figure.svg.encode()).decode()
        return (f'<div style="position:relative;height:{self._height}px;overflow:hidden">'
                f'<img src="data:image/svg+xml;base64,{svg}" alt="{html.escape(repr(self._figure), quote=True)}" style="max-width:100%;max-height:100%">'
                f'<iframe srcdoc="{html.escape(self._page, quote=True)}" sandbox="allow-scripts" title="Headlight" '
                'style="position:absolute;top:0;left:0;width:100%;height:100%;border:0"></iframe></div>')

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "image/svg+xml": self._figure.svg, "text/plain": repr(self._figure)}
