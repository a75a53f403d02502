"""Makes a virtual environment with a version of the Transformers library, for test_recorded_attention.py; skipped (77) where pip
cannot install it, for instance without a network.

usage: environment.py FOLDER TRANSFORMERS-VERSION [BASE]
BASE is another such environment, whose packages are used as far as this one has none: PyTorch is then installed once.
"""

import pathlib
import subprocess
import sys
import venv

TORCH = "torch==2.13.0"
LIBRARIES = ["peft", "accelerate", "nnsight", "transformer-lens", "timm", "diffusers", "inseq"]


def pip(python, *packages):
    return subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], capture_output=True, text=True)


def main(folder, version, base=None):
    folder = pathlib.Path(folder)
    finished = folder / "finished"
    if finished.exists():
        return 0
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    if base:
        (packages,), (others,) = ([*pathlib.Path(each).glob("lib/python*/site-packages")] for each in (folder, base))
        (packages / "base.pth").write_text(f"import site; site.addsitedir({str(others)!r})\n")
        run = pip(python, "--ignore-installed", f"transformers=={version}", "numpy")
    else:
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
