"""What resources/python/headlight_export.py costs: time and memory of a recorded call beside the bare one, and how long
`headlight heads` takes for the file. The model has random weights and the shape of GPT-2 small.

usage: bench_recording.py HEADLIGHT [TOKENS [LAYERS]]
"""

import gc
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import threading
import time

import torch
import transformers

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "resources" / "python"))
from headlight_export import record  # noqa: E402


class Peak:
    """The most memory that is resident in the block, in MiB above what was before."""

    def __enter__(self):
        gc.collect()
        self.before, self.most, self.on = self.now(), 0, True
        self.thread = threading.Thread(target=self.watch)
        self.thread.start()
        self.start, self.cpu = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_):
        self.seconds, self.work = time.perf_counter() - self.start, time.process_time() - self.cpu
        self.on = False
        self.thread.join()
        self.above = self.most - self.before

    @staticmethod
    def now():
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * resource.getpagesize() / 2**20

    def watch(self):
        while self.on:
            self.most = max(self.most, self.now())
            time.sleep(0.01)


def main(headlight, tokens=4096, layers=12):
    tokens, layers = int(tokens), int(layers)
    config = transformers.LlamaConfig(hidden_size=768, num_hidden_layers=layers, num_attention_heads=12, intermediate_size=3072,
                                      vocab_size=1000, max_position_embeddings=tokens)
    ids = torch.randint(0, 1000, (1, tokens), generator=torch.Generator().manual_seed(1))
    for way in ("sdpa", "eager"):
        torch.manual_seed(7)
        model = transformers.LlamaForCausalLM._from_config(config, attn_implementation=way).eval()
        with torch.no_grad(), tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
            model(ids[:, :64])
            with Peak() as bare:
                model(ids)
            print(f"{way:6} bare     {bare.seconds:6.1f} s ({bare.work:6.1f} s of work), {bare.above:6.0f} MiB", flush=True)
            for what in ("qk", "weights") if way == "eager" else ("qk",):
                path = os.path.join(folder, what + ".safetensors")
                with Peak() as recorded:
                    with record(model, path=path, what=what):
                        model(ids)
                print(f"{way:6} {what:8} {recorded.seconds:6.1f} s ({recorded.work:6.1f} s of work, {recorded.work / bare.work:.2f} times), "
                      f"{recorded.above:6.0f} MiB, file {os.path.getsize(path) / 2**20:6.0f} MiB", flush=True)
                start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
                subprocess.run([headlight, "heads", "--import", path, "-o", os.path.join(folder, "heads.csv")], check=True)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                print(f"       headlight heads {time.perf_counter() - start:6.1f} s ({after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime:.1f} s of work)",
                      flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
