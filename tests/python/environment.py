"""Has a Python with a version of the Transformers library for test_recorded_attention.py.

usage: environment.py VARIABLE FOLDER TRANSFORMERS-VERSION [BASE]
The environment variable VARIABLE may name an interpreter that has it: nothing is installed then. Else the virtual environment
FOLDER is taken, which is made where HEADLIGHT_LIBRARIES is 1. Skipped (77) where that is not asked for, or where pip cannot install
it, for instance without a network. BASE is another such environment, whose packages are used as far as this one has none: PyTorch is
then installed once.
"""

import os
import pathlib
import subprocess
import sys
import venv

TORCH = "torch==2.13.0"
LIBRARIES = ["peft", "accelerate", "nnsight", "transformer-lens", "timm", "diffusers", "inseq"]


def pip(python, *packages):
    return subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], capture_output=True, text=True)


def main(variable, folder, version, base=None):
    folder = pathlib.Path(folder)
    finished = folder / "finished"
    if os.environ.get(variable) or finished.exists():
        return 0
    if os.environ.get("HEADLIGHT_LIBRARIES") != "1":
        print(f"SKIPPED: HEADLIGHT_LIBRARIES=1 installs Transformers {version} and the libraries around it (some gigabytes) into "
              f"'{folder}'; {variable} names a Python that has them")
        return 77
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    if base and (pathlib.Path(base) / "finished").exists():
        (packages,), (others,) = ([*pathlib.Path(each).glob("lib/python*/site-packages")] for each in (folder, base))
        (packages / "base.pth").write_text(f"import site; site.addsitedir({str(others)!r})\n")
        run = pip(python, "--ignore-installed", f"transformers=={version}", "numpy")
    else:
        base = None
        run = pip(python, TORCH, f"transformers=={version}", "numpy")
    if run.returncode:
        print("SKIPPED: pip did not install PyTorch and Transformers: " + (run.stderr.strip().splitlines() or ["?"])[-1])
        return 77
    for library in [] if base else LIBRARIES:  # Each by itself: their cases are skipped without it.
        run = pip(python, library, TORCH, f"transformers=={version}")
        if run.returncode:
            print(f"without {library}: " + (run.stderr.strip().splitlines() or ["?"])[-1])
    finished.touch()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
