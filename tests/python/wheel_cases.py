"""The wheel with the program inside, of a folder with the program that is tested in place of a portable one, so without Qt's libraries."""

import importlib.util
import os
import pathlib
import shutil
import stat
import subprocess
import sys
import tempfile

from headlight._program import program_path
from package_support import Cases, Missing

CASES = Cases()
ROOT = pathlib.Path(__file__).resolve().parents[2]
MAKE = ROOT / "resources" / "packaging" / "make_wheel"
ASKS = """
import headlight, headlight._program as inside
assert inside.program_path().startswith(headlight.__path__[0]), inside.program_path()
reading = headlight.open("gpt").read("The cat sat. The cat")
assert abs(reading.attention(1, 3).sum(axis=1) - 1).max() < 1e-5
print(headlight.__version__, headlight.version())
"""


def portable(folder, program=None):
    """What make_wheel takes: a folder that starts by itself."""
    folder = pathlib.Path(folder)
    (folder / "bin").mkdir(parents=True)
    (folder / "share" / "headlight").mkdir(parents=True)
    shutil.copy2(program or program_path(), folder / "bin" / "headlight")
    for name in ("models", "samples", "help"):
        os.symlink(ROOT / "resources" / name, folder / "share" / "headlight" / name)
    start = folder / "headlight"
    start.write_text('#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/bin/headlight" "$@"\n')
    start.chmod(0o755)
    return folder


def made(folder, output):
    return subprocess.run([MAKE, folder, output], capture_output=True, text=True, env={**os.environ, "PYTHON": sys.executable})


def needs_tools():
    if missing := [name for name in ("pip", "setuptools", "wheel") if importlib.util.find_spec(name) is None]:
        raise Missing(f"there is no {', '.join(missing)}")


@CASES.case
def the_wheel_needs_no_other_program():
    needs_tools()
    with tempfile.TemporaryDirectory() as folder:
        run = made(portable(os.path.join(folder, "portable")), folder)
        assert run.returncode == 0, run.stderr
        (wheel,) = pathlib.Path(folder).glob("*.whl")
        assert "-py3-none-manylinux_" in wheel.name, wheel.name
        there = os.path.join(folder, "there")
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", there, wheel], check=True)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("HEADLIGHT_")}
        asked = subprocess.run([sys.executable, "-c", ASKS], capture_output=True, text=True, cwd=folder,
                               env={**environment, "PYTHONPATH": there, "PATH": "/usr/bin:/bin"})
        assert asked.returncode == 0, asked.stderr
        package, program = asked.stdout.split()[0], asked.stdout.split()[-1]
        assert package == program, asked.stdout
        command = pathlib.Path(there) / "bin" / "headlight"
        assert command.stat().st_mode & stat.S_IXUSR
        told = subprocess.run([command, "--version"], capture_output=True, text=True, env={**environment, "PYTHONPATH": there})
        assert told.stdout.strip() == f"headlight {program}", told.stdout + told.stderr
        return f"{wheel.stat().st_size / 2**20:.0f} MiB without Qt"


@CASES.case
def another_version_makes_no_wheel():
    needs_tools()
    with tempfile.TemporaryDirectory() as folder:
        other = pathlib.Path(folder) / "other"
        other.write_text("#!/bin/sh\necho headlight 9.9.9\n")
        other.chmod(0o755)
        run = made(portable(os.path.join(folder, "portable"), other), folder)
        assert run.returncode == 1 and "one version" in run.stderr and "9.9.9" in run.stderr, run.stderr
        assert not list(pathlib.Path(folder).glob("*.whl"))
