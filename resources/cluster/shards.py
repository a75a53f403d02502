"""What the scripts here share: one shard of `headlight corpus`, and a merge of some files. Only the standard library."""

import os
import subprocess
import sys


def arguments(description):
    """--shards N, --headlight PROGRAM, -o OUT, --tries N, and all other words, which go to `headlight corpus`."""
    import argparse

    parser = argparse.ArgumentParser(description=description, epilog="All other options are those of headlight corpus.")
    parser.add_argument("--shards", type=int, required=True, help="parts that the corpus is cut into")
    parser.add_argument("--headlight", default="headlight", help="the program")
    parser.add_argument("--tries", type=int, default=3, help="times that a part is tried")
    parser.add_argument("-o", "--output", required=True, help="OUT.headstats")
    options, words = parser.parse_known_args()
    if options.shards < 1 or options.tries < 1:
        parser.error("expected at least one shard and one try")
    if not options.output.endswith(".headstats"):
        parser.error(f"-o: expected a name ending in .headstats, found '{options.output}'")
    return options, words


def part_name(output, shard, shards):
    return f"{output.removesuffix('.headstats')}.{shard}-of-{shards}.headstats"


def run(words):
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{words[1]}: {done.stderr.strip() or f'ended with {done.returncode}'}")
    sys.stderr.write(done.stderr)


def run_shard(headlight, words, output, shard, shards, threads=None):
    """Measures one shard and returns its file. A shard that was stopped goes on where its last save was; one that is
    whole is left as it is."""
    part = part_name(output, shard, shards)
    more = ["--threads", str(threads)] if threads else []
    run([headlight, "corpus", *words, *more, "--shard", f"{shard}/{shards}", "--resume", "-o", part])
    return part


def merge(headlight, files, output):
    """Merges files into one and removes them. What was merged already is left as it is: an engine runs a merge again when it
    did not hear of its end."""
    if not all(map(os.path.exists, files)) and os.path.exists(output):
        for file in files:
            if file != output and os.path.exists(file):
                os.remove(file)
        return output
    if len(files) == 1:
        os.replace(files[0], output)
        return output
    run([headlight, "merge", *files, "-o", output])
    for file in files:
        if file != output:
            os.remove(file)
    return output


def merge_tree(submit, files, output, width=8):
    """Merges by a tree, so that no merge reads more than `width` files: submit(files, name) merges some, perhaps
    elsewhere and later, and returns what stands for the merged file."""
    level = 0
    while len(files) > 1:
        groups = [files[at:at + width] for at in range(0, len(files), width)]
        names = [output if len(groups) == 1 else f"{output.removesuffix('.headstats')}.merge-{level}-{i}.headstats"
                 for i in range(len(groups))]
        files = [submit(group, name) for group, name in zip(groups, names)]
        level += 1
    return files[0]
