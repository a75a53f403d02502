"""The Python package of resources/python with the program, and with objects of the libraries that people have.

usage: test_package.py HEADLIGHT VARIABLE FOLDER [CASE …]
Runs in the Python that the environment variable VARIABLE names, else in that of the virtual environment FOLDER; is skipped where neither has
NumPy. Cases that need a library are skipped by name where it is not installed; HEADLIGHT_NOTEBOOK_PYTHON names a Python that has Jupyter,
bertviz and circuitsvis, which not every environment has. Prints a table (Markdown) of cases.
"""

import os
import pathlib
import subprocess
import sys


def find_python():
    """Goes on in a Python that has NumPy; skips the test without one."""
    _, headlight, variable, folder, *cases = sys.argv
    named = os.environ.get("HEADLIGHT_NOTEBOOK_PYTHON") or os.environ.get(variable)
    python = named or os.path.join(folder, "bin", "python")
    if not os.path.exists(python) or subprocess.run([python, "-c", "import numpy"], capture_output=True).returncode != 0:
        print(f"SKIPPED: no Python with NumPy; {variable} names one, HEADLIGHT_LIBRARIES=1 makes one")
        sys.exit(77)
    if os.path.abspath(python) != os.path.abspath(sys.executable):
        os.execv(python, [python, __file__, headlight, variable, folder, *cases])


if __name__ == "__main__":
    find_python()
    os.environ["HEADLIGHT_PROGRAM"] = os.path.abspath(sys.argv[1])
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "resources" / "python"))

import drop_in_cases  # noqa: E402
import notebook_cases  # noqa: E402
import reading_cases  # noqa: E402
import wheel_cases  # noqa: E402
from package_support import Missing  # noqa: E402


def verdict(work):
    try:
        return "right", str(work() or "")
    except Missing as error:
        return "SKIPPED", str(error)
    except Exception as error:  # noqa: BLE001
        if os.environ.get("HEADLIGHT_TRACE"):
            import traceback
            traceback.print_exc()
        return "WRONG", f"{type(error).__name__}: {str(error).strip()[:300]}"


def main(chosen):
    counts = {}
    print("| case | result | what was seen |\n|---|---|---|")
    for name, work in (case for group in (reading_cases, drop_in_cases, notebook_cases, wheel_cases) for case in group.CASES.items()):
        if chosen and not any(each in name for each in chosen):
            continue
        result, why = verdict(work)
        counts[result] = counts.get(result, 0) + 1
        print(f"| {name} | {result} | {' '.join(why.split()).replace('|', '/')} |", flush=True)
    print("\n" + ", ".join(f"{count} {result}" for result, count in counts.items()))
    return 1 if counts.get("WRONG") or not counts.get("right") else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[4:]))
