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
# Module → what is installed for it: of the first environment, and of one that takes the others from that one, where the library
# that it finds there wants another Transformers.
LIBRARIES = {"accelerate": ["accelerate==1.15.0"], "peft": ["peft==0.21.2"], "bitsandbytes": ["bitsandbytes==0.50.2"],
             "torchvision": ["torchvision==0.28.0"], "timm": ["timm==1.0.31"], "diffusers": ["diffusers==0.42.1"],
             "nnsight": ["nnsight==0.8.1"], "transformer_lens": ["transformer-lens==4.3.0"], "inseq": ["inseq==0.7.1"]}
EARLIER = {"diffusers": ["diffusers==0.35.2"],
           "transformer_lens": ["transformer-lens==2.18.0", "better-abc==0.0.3", "datasets==4.1.1"]}


def pip(python, *packages):
    return subprocess.run([python, "-m", "pip", "install", "--quiet", "--retries", "10", *packages], capture_output=True, text=True)


def last_line(run):
    return (run.stderr.strip().splitlines() or ["?"])[-1]


def add(python, module, packages, *options):
    """Installs a library. Whether it is there and can be imported."""
    run = pip(python, *options, *packages)
    if run.returncode == 0:
        run = subprocess.run([python, "-c", f"import {module}"], capture_output=True, text=True)
    if run.returncode:
        print(f"without {module}: {last_line(run)}")
    return run.returncode == 0


def remove(python, packages):
    names = [package.split("==")[0] for package in packages]
    subprocess.run([python, "-m", "pip", "uninstall", "--quiet", "--yes", *names], capture_output=True)


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
        print(f"SKIPPED: pip did not install PyTorch and Transformers: {last_line(run)}")
        return 77
    broken = []
    for module, packages in (EARLIER if base else LIBRARIES).items():  # Each by itself: their cases are skipped without it.
        wanted = [*packages, "--no-deps"] if base else [*packages, TORCH, f"transformers=={version}"]
        if not add(python, module, wanted):
            broken.append(packages[0])
        # Others import a library if it is there, and may have brought it back.
        if broken:
            remove(python, broken)
    finished.touch()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
