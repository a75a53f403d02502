"""Averages two model folders of one shape: average.py A B SHARE OUT writes (1 - SHARE) A + SHARE B.

usage: average.py FOLDER FOLDER SHARE OUT
"""
import os
import sys

import torch

from folder import read_folder, write_folder


def main():
    a, b, share, out = sys.argv[1:]
    config, left = read_folder(a)
    right, share = read_folder(b)[1], float(share)
    tensors = {n: torch.from_numpy((1 - share) * w + share * right[n]) for n, w in left.items()}
    write_folder(out, tensors, config, os.path.join(a, "tokenizer.json"))


if __name__ == "__main__":
    main()
