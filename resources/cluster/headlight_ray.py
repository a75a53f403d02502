"""Measures every head over many texts on a Ray cluster.

    python headlight_ray.py --shards 64 -o out.headstats [--cpus 8] --model M --texts FILE…

Joins the cluster that RAY_ADDRESS names, or starts one on this computer. All nodes see the same files under the same
names. --cpus is what one shard takes (1 without it).
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import shards as parts


def start(ray, environment, tries=3):
    """Joins or starts a cluster. Ray gives up on a node that takes more than half a minute to start, as on a busy computer
    it does: it is asked again."""
    for left in reversed(range(tries)):
        try:
            return ray.init(runtime_env=environment, include_dashboard=False)
        except Exception as error:
            ray.shutdown()
            if not left or "timed out" not in str(error).lower():
                raise
            print(f"Ray did not start ({error}); once more.", file=sys.stderr)


def main():
    import ray

    cpus = 1
    if "--cpus" in sys.argv:
        at = sys.argv.index("--cpus")
        cpus = int(sys.argv[at + 1])
        del sys.argv[at:at + 2]
    options, words = parts.arguments(__doc__)
    output = os.path.abspath(options.output)
    here = os.path.dirname(os.path.abspath(__file__))
    start(ray, {"env_vars": {"PYTHONPATH": here}})
    run_shard = ray.remote(num_cpus=cpus, max_retries=options.tries - 1, retry_exceptions=True)(parts.run_shard)

    @ray.remote(num_cpus=1)
    def merge(name, *files):
        return parts.merge(options.headlight, list(files), name)

    files = [run_shard.remote(options.headlight, words, output, shard, options.shards, cpus)
             for shard in range(1, options.shards + 1)]
    submit = lambda group, name: merge.remote(name, *group)
    last = parts.merge_tree(submit, files, output) if len(files) > 1 else submit(files, output)
    print(ray.get(last))
    ray.shutdown()


if __name__ == "__main__":
    main()
