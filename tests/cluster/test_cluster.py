"""The scripts of resources/cluster with the real engines: what they make equals one run over all texts.

usage: test_cluster.py HEADLIGHT SOURCE ENGINE FOLDER
ENGINE is slurm (a dry run of its script), parallel, dask or ray; the last two are run by HEADLIGHT_CLUSTER_PYTHON, or by the
Python of the virtual environment FOLDER.
Skipped (77) where the engine is not there.
"""

import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile

HEADLIGHT, SOURCE, ENGINE = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
PYTHON = os.environ.get("HEADLIGHT_CLUSTER_PYTHON") or str(pathlib.Path(sys.argv[4]) / "bin" / "python")
SCRIPTS = SOURCE / "resources" / "cluster"
TEXTS = str(SOURCE / "resources" / "samples" / "sentences.txt")
WORDS = ["--model", "gpt", "--texts", TEXTS, "--limit", "60"]
SHARDS = 10  # More than one level of merges.


def skip(why):
    print("skipped:", why)
    sys.exit(77)


def headlight(*words):
    subprocess.run([HEADLIGHT, *words], check=True)


def tensors(file):
    data = pathlib.Path(file).read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + size])
    notes = json.loads(header.pop("__metadata__")["headstats"])
    numbers = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        piece = data[8 + size + begin:8 + size + end]
        kind = {"I64": "q", "F64": "d", "U8": "B"}[entry["dtype"]]
        numbers[name] = struct.unpack(f"<{len(piece) // struct.calcsize(kind)}{kind}", piece)
    return notes, numbers


def compare(whole, merged):
    (notes, numbers), (other_notes, others) = tensors(whole), tensors(merged)
    for key in ("texts", "tokens", "hash", "cut", "skipped"):
        assert notes[key] == other_notes[key], (key, notes[key], other_notes[key])
    assert len(other_notes["parts"]) == SHARDS
    assert numbers.keys() == others.keys()
    for name, values in numbers.items():
        assert len(values) == len(others[name]), name
        for at, (a, b) in enumerate(zip(values, others[name])):
            same = a == b if isinstance(a, int) else a == b or abs(a - b) <= 1e-9 * max(1, abs(a))
            assert same, (name, at, a, b)


def flaky(folder):
    """A headlight that is killed the first time that shard 3 runs."""
    program = folder / "headlight-flaky"
    program.write_text(f"""#!/bin/sh
case "$*" in *"--shard 3/"*) if mkdir "{folder}/failed" 2>/dev/null; then kill -9 $$; fi;; esac
exec "{HEADLIGHT}" "$@"
""")
    program.chmod(0o755)
    return str(program)


def run_engine(folder, output):
    program = flaky(folder)
    if ENGINE == "slurm":
        # What a node does for each task of the array, in an order of its own and with one task requeued.
        for task in [3, 1, 2, 3, *range(4, SHARDS + 1)]:
            environment = dict(os.environ, OUT=str(output), HEADLIGHT=program, SLURM_ARRAY_TASK_ID=str(task),
                               SLURM_ARRAY_TASK_MAX=str(SHARDS), SLURM_ARRAY_TASK_MIN="1", SLURM_ARRAY_TASK_COUNT=str(SHARDS),
                               SLURM_CPUS_PER_TASK="1")
            done = subprocess.run([SCRIPTS / "headlight_slurm.sh", *WORDS], env=environment)
            assert done.returncode == 0 or task == 3, done
        wrong = dict(environment, SLURM_ARRAY_TASK_MIN="0")
        assert subprocess.run([SCRIPTS / "headlight_slurm.sh", *WORDS], env=wrong, stderr=subprocess.DEVNULL).returncode == 2
        headlight("merge", *map(str, folder.glob(f"*-of-{SHARDS}.headstats")), "-o", str(output))
    elif ENGINE == "parallel":
        if not shutil.which("parallel"):
            skip("there is no GNU parallel")
        environment = dict(os.environ, OUT=str(output), HEADLIGHT=program, SHARDS=str(SHARDS), JOBS="2")
        subprocess.run([SCRIPTS / "headlight_parallel.sh", *WORDS], env=environment, check=True)
    else:
        module = {"dask": "dask.distributed", "ray": "ray"}[ENGINE]
        if not pathlib.Path(PYTHON).exists():
            skip(f"there is no Python with {module}")
        if subprocess.run([PYTHON, "-c", f"import {module}"], capture_output=True).returncode:
            skip(f"{PYTHON} has no {module}")
        subprocess.run([PYTHON, SCRIPTS / f"headlight_{ENGINE}.py", "--shards", str(SHARDS), "--headlight", program,
                        "-o", str(output), *WORDS], check=True)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        whole, merged = folder / "whole.headstats", folder / "parts" / "merged.headstats"
        merged.parent.mkdir()
        run_engine(merged.parent, merged)
        headlight("corpus", *WORDS, "-o", str(whole))
        compare(whole, merged)
        assert (merged.parent / "failed").is_dir(), "shard 3 was to fail once"
        left = sorted(file.name for file in merged.parent.glob("*.headstats*"))
        if ENGINE != "slurm":
            assert left == ["merged.headstats"], left
    print("as one run")


main()
