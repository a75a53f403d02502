"""Records the attention of tiny models with resources/python/headlight_export.py, has Headlight compute the weights
(`headlight attention --import`), and compares them with those that the library gives. Prints a table (Markdown) of libraries
and cases: right with the largest difference, written as weights, refused with its sentence, skipped without its library, or wrong.

usage: test_recorded_attention.py HEADLIGHT [PYTHON] [CASE …]
Runs in the Python that the variable HEADLIGHT_PYTHON names, else in PYTHON, else in this one; is skipped where none has
PyTorch and Transformers. No weights are loaded: models are made from a configuration and random numbers.
"""

import os
import pathlib
import subprocess
import sys


def find_python():
    """Goes on in a Python that has the libraries; skips the test without one."""
    probe = "import torch, transformers, numpy"
    for python in (os.environ.get("HEADLIGHT_PYTHON"), *sys.argv[2:3], sys.executable):
        if python and os.path.exists(python) and subprocess.run([python, "-c", probe], capture_output=True).returncode == 0:
            if os.path.abspath(python) != os.path.abspath(sys.executable):
                os.execv(python, [python, __file__, sys.argv[1], python, *sys.argv[3:]])
            return
    print("SKIPPED: no Python with torch and transformers; name one with HEADLIGHT_PYTHON")
    sys.exit(77)


if __name__ == "__main__":
    find_python()

import library_cases  # noqa: E402
import snippet_cases  # noqa: E402
import transformers_cases  # noqa: E402
from recording import T, Missing, torch  # noqa: E402


def verdict(work):
    """(what became of a case, its largest difference or sentence)"""
    try:
        largest, second = work()
    except Missing as error:
        return "SKIPPED", str(error)
    except Exception as error:  # noqa: BLE001
        if os.environ.get("HEADLIGHT_TRACE"):
            import traceback
            traceback.print_exc()
        return "WRONG", f"{type(error).__name__}: {str(error).strip()[:300]}"
    if largest is None:
        return "refused", second
    if largest >= 5e-6:  # T5 has large scores, which are rounded.
        return "WRONG", f"{largest:.3g}"
    return "as weights" if second else "right", f"{largest:.1e}"


def main(chosen):
    counts = {}
    print(f"Transformers {T.__version__}, PyTorch {torch.__version__}\n")
    print("| case | result | largest difference, or why |\n|---|---|---|")
    for name, work in {**transformers_cases.CASES, **library_cases.CASES, **snippet_cases.CASES}.items():
        if chosen and not any(each in name for each in chosen):
            continue
        result, why = verdict(work)
        counts[result] = counts.get(result, 0) + 1
        print(f"| {name} | {result} | {' '.join(why.split()).replace('|', '/')} |", flush=True)
    print("\n" + ", ".join(f"{count} {result}" for result, count in counts.items()))
    return 1 if counts.get("WRONG") or not counts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[3:]))
