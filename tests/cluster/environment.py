"""Has a Python with Dask and Ray for test_cluster.py.

usage: environment.py FOLDER
HEADLIGHT_CLUSTER_PYTHON may name an interpreter that has them: nothing is installed then. Else the virtual environment
FOLDER is made where HEADLIGHT_LIBRARIES is 1. Skipped (77) where that is not asked for, or where pip cannot install them.
"""

import os
import pathlib
import subprocess
import sys
import venv

PACKAGES = ["dask[distributed]==2026.7.1", "ray==2.60.0"]


def main():
    folder = pathlib.Path(sys.argv[1])
    if os.environ.get("HEADLIGHT_CLUSTER_PYTHON"):
        return
    if os.environ.get("HEADLIGHT_LIBRARIES") != "1":
        print("skipped: neither HEADLIGHT_CLUSTER_PYTHON nor HEADLIGHT_LIBRARIES=1 is set")
        sys.exit(77)
    python = folder / "bin" / "python"
    if python.exists() and subprocess.run([python, "-c", "import ray, dask.distributed"], capture_output=True).returncode == 0:
        return
    venv.create(folder, with_pip=True)
    done = subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], capture_output=True, text=True)
    if done.returncode:
        print("skipped: pip:", (done.stderr.strip().splitlines() or ["?"])[-1])
        sys.exit(77)


main()
