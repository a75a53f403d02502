"""Headlight for Python and notebooks: see what the attention heads of a transformer look at.

    import headlight

    model = headlight.open("gpt")              # a built-in model, a folder, a GGUF file, a model of the Hugging Face cache
    r = model.read("The cat sat. The cat")
    r.attention(1, 3)                          # NumPy, [queries, keys]
    r.heads()["probe_induction"]               # a metric of every head
    r.heatmap(head="1.3")                      # a figure, which a notebook shows

Everything is computed by the program `headlight`, which runs beside Python and is asked through a pipe; no network is used. What it refuses
is raised as `headlight.Error` with its message.
"""

from ._figure import Figure
from ._model import Model, load, models, open, version
from ._program import Error, Output, Program, UsageError, run
from ._reading import Reading
from ._show import atlas, figure, heatmap, links, reading_of, show
from ._table import Table
from ._version import __version__

__all__ = ["Error", "Figure", "Model", "Output", "Program", "Reading", "Table", "UsageError", "__version__", "atlas", "figure", "heatmap", "links",
           "load", "models", "open", "reading_of", "run", "show", "version"]
