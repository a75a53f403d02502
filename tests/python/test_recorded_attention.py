"""Records the attention of tiny models with resources/python/headlight_export.py, has Headlight compute the weights
(`headlight attention --import`), and compares them with those that the library gives. Prints a table (Markdown) of libraries
and cases: right with the largest difference, written as weights, refused with its sentence, skipped without its library, or wrong.

usage: test_recorded_attention.py HEADLIGHT VARIABLE FOLDER [CASE …]
Runs in the Python that the environment variable VARIABLE names, else in that of the virtual environment FOLDER; is skipped where
neither has PyTorch and Transformers. No weights are loaded: models are made from a configuration and random numbers.
"""

import os
import pathlib
import subprocess
import sys


def find_python():
    """Goes on in a Python that has the libraries; skips the test without one."""
    _, headlight, variable, folder, *cases = sys.argv
    python = os.environ.get(variable) or os.path.join(folder, "bin", "python")
    probe = "import torch, transformers, numpy"
    if not os.path.exists(python) or subprocess.run([python, "-c", probe], capture_output=True).returncode != 0:
        print(f"SKIPPED: no Python with torch and transformers; {variable} names one, HEADLIGHT_LIBRARIES=1 makes one")
        sys.exit(77)
    if os.path.abspath(python) != os.path.abspath(sys.executable):
        os.execv(python, [python, __file__, headlight, variable, folder, *cases])


if __name__ == "__main__":
    find_python()

import generation_cases  # noqa: E402
import library_cases  # noqa: E402
import module_cases  # noqa: E402
import snippet_cases  # noqa: E402
import transformers_cases  # noqa: E402
import vision_cases  # noqa: E402
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
    cases = [each.CASES for each in (transformers_cases, module_cases, generation_cases, vision_cases, library_cases, snippet_cases)]
    for name, work in (case for group in cases for case in group.items()):
        if chosen and not any(each in name for each in chosen):
            continue
        result, why = verdict(work)
        counts[result] = counts.get(result, 0) + 1
        print(f"| {name} | {result} | {' '.join(why.split()).replace('|', '/')} |", flush=True)
    print("\n" + ", ".join(f"{count} {result}" for result, count in counts.items()))
    return 1 if counts.get("WRONG") or not counts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[4:]))
