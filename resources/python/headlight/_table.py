"""Tables of the program."""

from __future__ import annotations

import csv
import html
import io
from typing import Any, Iterator

import numpy


class Table:
    """A table with named columns. `table["entropy"]` is a NumPy array [rows]: numbers where all cells are numbers or empty (then NaN), else
    objects (text, numbers, None)."""

    def __init__(self, columns: list[str], rows: list[list[Any]]):
        self.columns = columns
        self.rows = rows

    @classmethod
    def from_csv(cls, text: str) -> Table:
        lines = list(csv.reader(io.StringIO(text)))
        return cls(lines[0] if lines else [], [[_value(cell) for cell in line] for line in lines[1:]])

    def __getitem__(self, column: str) -> numpy.ndarray:
        if column not in self.columns:
            raise KeyError(f"expected one of {', '.join(self.columns)}, found {column!r}")
        at = self.columns.index(column)
        cells = [row[at] for row in self.rows]
        if any(isinstance(cell, str) for cell in cells):
            return numpy.array(cells, dtype=object)
        if cells and all(isinstance(cell, int) for cell in cells):
            return numpy.array(cells, dtype=numpy.int64)
        return numpy.array([numpy.nan if cell is None else cell for cell in cells], dtype=numpy.float64)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The rows, each by column."""
        return (dict(zip(self.columns, row)) for row in self.rows)

    def to_pandas(self):
        """The same as a pandas DataFrame; needs pandas."""
        import pandas

        return pandas.DataFrame({column: self[column] for column in self.columns})

    def __repr__(self) -> str:
        widths = [max(len(name), *(len(_text(row[i])) for row in self.rows[:30]), 1) if self.rows else len(name)
                  for i, name in enumerate(self.columns)]
        lines = ["  ".join(name.ljust(width) for name, width in zip(self.columns, widths))]
        lines += ["  ".join(_text(cell).ljust(width) for cell, width in zip(row, widths)) for row in self.rows[:30]]
        return "\n".join(line.rstrip() for line in lines) + (f"\n… {len(self.rows)} rows" if len(self.rows) > 30 else "")

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        body = "".join("<tr>" + "".join(f"<td>{html.escape(_text(cell))}</td>" for cell in row) + "</tr>" for row in self.rows[:60])
        more = f"<p>{len(self.rows)} rows, of which 60 are shown</p>" if len(self.rows) > 60 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _text(cell: Any) -> str:
    return "" if cell is None else f"{cell:.4g}" if isinstance(cell, float) else str(cell)


def _value(cell: str) -> Any:
    if cell == "":
        return None
    for kind in (int, float):
        try:
            return kind(cell)
        except ValueError:
            pass
    return cell
