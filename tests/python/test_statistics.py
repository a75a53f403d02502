"""Statistics over many texts by headlight_statistics.py beside a Transformers run, compared with `headlight corpus` on the built-in
models: counts of texts and tokens exactly, sums to rounding.

usage: test_statistics.py HEADLIGHT VARIABLE FOLDER
The environment variable VARIABLE names an interpreter with PyTorch and Transformers, or the virtual environment FOLDER has them; else
the test is skipped (77).
"""

import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
TEXTS = SOURCE / "resources" / "samples" / "sentences.txt"
COUNT, MOST = 40, 20
# What differs by rounding alone: a part of the sum of a tensor's numbers, of each metric or label by itself. A weight at the edge of a
# bin, or below the least float, may count on either side.
ROUNDING, EDGES = 1e-4, 5e-2
EXACT = ("token_count", "token_id", "offset_pairs")
AT_EDGES = ("bins", "largest", "queries", "texts")

def tensors(file):
    import numpy
    data = pathlib.Path(file).read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + size])
    notes = json.loads(header.pop("__metadata__")["headstats"])
    kinds = {"I64": numpy.int64, "F64": numpy.float64, "U8": numpy.uint8}
    return notes, {name: numpy.frombuffer(data[8 + size + at["data_offsets"][0]:8 + size + at["data_offsets"][1]],
                                          kinds[at["dtype"]]).reshape(at["shape"]) for name, at in header.items()}


def compare(name, ours, theirs, metrics):
    import numpy
    assert ours.shape == theirs.shape and ours.dtype == theirs.dtype, (name, ours.shape, theirs.shape)
    if name in EXACT:
        assert (ours == theirs).all(), name
        return
    if name.startswith("exemplar"):  # Which of two texts is the strongest may hang on the last bit.
        return
    assert (numpy.isfinite(ours) == numpy.isfinite(theirs)).all(), name
    ours, theirs = (numpy.where(numpy.isfinite(each), each, 0).astype(float) for each in (ours, theirs))
    parts = metrics if ours.ndim > 1 and ours.shape[1] == len(metrics) else [None]
    for at, part in enumerate(parts):
        one, other = (each if part is None else each[:, at] for each in (ours, theirs))
        apart = numpy.abs(one - other).sum() / max(1, numpy.abs(other).sum())
        # The number of weights above 0 is what it is divided by.
        loose = name in AT_EDGES or name.startswith(("label", "local")) or part == "relative_entropy"
        most = EDGES if loose else 5 * ROUNDING if name in ("least", "most") else ROUNDING  # Ends are of single texts.
        assert apart <= most, (name, part, apart)


def child(headlight):
    import numpy
    import torch
    import transformers
    sys.path.insert(0, str(SOURCE / "resources" / "python"))
    from headlight_statistics import Statistics
    texts = TEXTS.read_text().splitlines()[:COUNT]
    for name, kind in (("gpt", "AutoModelForCausalLM"), ("bert", "AutoModelForMaskedLM")):
        folder = SOURCE / "resources" / "models" / name
        tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
        model = getattr(transformers, kind).from_pretrained(folder, attn_implementation="eager", dtype=torch.float32)
        with tempfile.TemporaryDirectory() as temporary:
            theirs, ours, merged = (os.path.join(temporary, f"{each}.headstats") for each in ("theirs", "ours", "merged"))
            subprocess.run([headlight, "corpus", "--model", str(folder), "--texts", str(TEXTS), "--limit", str(COUNT), "--max-tokens",
                            str(MOST), "-o", theirs], check=True)
            statistics = Statistics(model, tokenizer, max_tokens=MOST, source=TEXTS.name)
            for at in range(0, COUNT, 8):
                statistics.add(texts[at:at + 8])
            statistics.write(ours)
            (notes, numbers), (expected_notes, expected) = tensors(ours), tensors(theirs)
            for key in ("texts", "tokens", "cut", "skipped", "hash", "max_tokens", "counted_tokens", "metrics"):
                assert notes[key] == expected_notes[key], (name, key, notes[key], expected_notes[key])
            assert notes["model"]["identity"] == expected_notes["model"]["identity"], name
            assert notes["cut"] > 0
            assert numbers.keys() == expected.keys()
            for tensor in expected:
                if tensor != "words":
                    compare(tensor, numbers[tensor], expected[tensor], notes["metrics"])
            # What the program reads, it can list and join with its own.
            subprocess.run([headlight, "merge", ours, theirs, "-o", merged], check=True)
            assert tensors(merged)[0]["texts"] == 2 * COUNT
            listed = [subprocess.run([headlight, "heads", file], check=True, capture_output=True, text=True).stdout.splitlines()
                      for file in (ours, theirs)]
            labels = [[row.split(",")[0] for row in rows] for rows in listed]
            assert labels[0] == labels[1], name
            words = [json.loads(each["words"].tobytes()) for each in (numbers, expected)]
            same = {each["hash"] for each in words[0]["texts"]} & {each["hash"] for each in words[1]["texts"]}
            assert len(same) >= 0.9 * len(words[1]["texts"]), (name, len(same), len(words[1]["texts"]))
        print(f"{name}: {COUNT} texts as headlight corpus counts them")


def main():
    headlight, variable, folder = sys.argv[1:4]
    if os.environ.get("HEADLIGHT_STATISTICS_CHILD"):
        return child(headlight)
    python = os.environ.get(variable) or str(pathlib.Path(folder) / "bin" / "python")
    run = subprocess.run([python, "-c", "import torch, transformers"], capture_output=True, text=True) if os.path.exists(python) else None
    if run is None or run.returncode:
        print(f"skipped: no PyTorch and Transformers; {variable} in the environment names a Python that has them")
        sys.exit(77)
    sys.exit(subprocess.run([python, __file__, *sys.argv[1:]], env={**os.environ, "HEADLIGHT_STATISTICS_CHILD": "1"}).returncode)


main()
