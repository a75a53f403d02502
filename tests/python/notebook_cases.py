"""Notebooks in a kernel of Jupyter, and what is shown where there is none."""

import base64
import os
import pathlib
import re
import subprocess
import tempfile
import warnings

import headlight
from headlight import _show
from headlight._program import program_path
from package_support import Cases, library

CASES = Cases()
ROOT = pathlib.Path(__file__).resolve().parents[2]
CELLS = ["""import headlight, numpy
r = headlight.open("gpt").read("The cat that chased the mice was hungry. The cat")
r""", 'r.heatmap("1.3")', 'r.links(["1.3", "1.4"])', "r.atlas().interactive()", 'r.heads(where="layer > 2")',
         "weights = numpy.full((2, 4, 3, 3), 1 / 3)\nheadlight.show(list(weights), [\"a\", \"b\", \"c\"])",
         "try:\n    r.attention(9)\nexcept headlight.Error as error:\n    print(error)"]


def executed(cells):
    """A notebook that ran in a kernel."""
    nbformat, nbclient = library("nbformat"), library("nbclient")
    library("ipykernel")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(ROOT / "resources" / "python")
    try:
        nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    finally:
        os.environ.pop("PYTHONPATH")
        if before is not None:
            os.environ["PYTHONPATH"] = before
    return notebook


def shown(cell):
    return next(output["data"] for output in cell.outputs if output.output_type == "execute_result")


@CASES.case
def a_notebook_shows_readings_and_figures():
    notebook = executed(CELLS)
    for cell, words in zip(notebook.cells[:3], ("4 layers × 8 heads", "Layer 1, head 3", "hungry")):
        assert shown(cell)["image/svg+xml"].lstrip().startswith("<?xml") or "<svg" in shown(cell)["image/svg+xml"][:200]
        assert "headlight" in shown(cell)["text/plain"] and len(shown(cell)["image/svg+xml"]) > 10000, words
    for cell in (notebook.cells[3], notebook.cells[5]):
        page = shown(cell)["text/html"]
        assert "<iframe srcdoc=" in page and "allow-scripts" in page and "image/svg+xml" in shown(cell)
        assert "default-src &#x27;none&#x27;" in page, "expected a page that loads nothing"
        assert b"<svg" in base64.b64decode(re.search(r"base64,([^\"]+)", page).group(1))
    assert "<table>" in shown(notebook.cells[4])["text/html"]
    assert notebook.cells[6].outputs[0]["text"].strip() == "--layer: expected 0 to 3 (the model has 4 layers), found 9"
    exporter = library("nbconvert").HTMLExporter()
    body, _ = exporter.from_notebook_node(notebook)
    found = len(re.findall(r"<img[^>]* src=\"data:image/svg", body)), body.count("srcdoc=")
    assert found == (5, 2), f"expected 5 pictures and 2 pages, found {found}"
    return f"{len(body) // 1024} KiB as a page"


@CASES.case
def the_guide_does_what_it_says():
    """The Python on every page of the guide, each page from its beginning to its end."""
    pages = {page.name: re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.S)
             for page in sorted((ROOT / "resources" / "help").glob("*.md"))}
    assert len(pages["python.md"]) >= 4 and sum(bool(blocks) for blocks in pages.values()) >= 4, pages.keys()
    before = os.getcwd()
    for page, blocks in pages.items():
        names = {}
        with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            os.chdir(folder)
            try:
                for block in blocks:
                    exec(compile(block, page, "exec"), names)  # noqa: S102
            finally:
                os.chdir(before)
            written = {file.name: file.stat().st_size for file in pathlib.Path(folder).iterdir()}
            assert all(size > 1000 for size in written.values()), f"{page}: {written}"
            named = set(re.findall(r"\.save\(\"([^\"]*)\"", "".join(blocks)))
            assert named == set(written), f"{page}: {named}, {written}"
    return f"{sum(map(len, pages.values()))} blocks"


@CASES.case
def windows_open_what_is_shown():
    """The files that windows are opened with, opened for a picture."""
    opened = []
    real, _show._open_window = _show._open_window, opened.append
    try:
        reading = headlight.open("gpt").read("The cat that chased the mice", intervene="ablate 1.3")
        assert headlight.show(reading) is reading
        headlight.show(reading.links("1.3"))
        headlight.show([[[[1.0, 0.0], [0.5, 0.5]]]], ["a", "b"])
        headlight.show(headlight.open("bert"))
    finally:
        _show._open_window = real
    with tempfile.TemporaryDirectory() as folder:
        for number, arguments in enumerate(opened):
            picture = os.path.join(folder, f"{number}.png")
            run = subprocess.run([program_path(), *arguments, "--private", "--screenshot", picture], capture_output=True, text=True)
            assert run.returncode == 0 and os.path.getsize(picture) > 10000, run.stderr
    assert opened[3] == ["--model", "bert"] and opened[2][0].endswith(".safetensors") and opened[0][0].endswith(".svg")
    return f"{len(opened)} windows"
