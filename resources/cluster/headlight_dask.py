"""Measures every head over many texts on a Dask cluster.

    python headlight_dask.py --shards 64 -o out.headstats [--scheduler tcp://host:8786] --model M --texts FILE…

Without --scheduler a cluster is started on this computer. All workers see the same files under the same names.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import shards as parts


def main():
    from dask.distributed import Client, LocalCluster

    scheduler = None
    if "--scheduler" in sys.argv:
        at = sys.argv.index("--scheduler")
        scheduler = sys.argv[at + 1]
        del sys.argv[at:at + 2]
    options, words = parts.arguments(__doc__)
    output = os.path.abspath(options.output)
    # One headlight has all cores of its worker: as many workers as there are computers.
    cluster = scheduler or LocalCluster(n_workers=min(options.shards, os.cpu_count() or 1), threads_per_worker=1,
                                        dashboard_address=None)
    with Client(cluster) as client:
        client.upload_file(parts.__file__)
        threads = None if scheduler else 1
        files = [client.submit(parts.run_shard, options.headlight, words, output, shard, options.shards, threads,
                               retries=options.tries - 1, pure=False)
                 for shard in range(1, options.shards + 1)]

        def submit(group, name):
            return client.submit(parts.merge, options.headlight, group, name, retries=0, pure=False)

        last = parts.merge_tree(submit, files, output) if len(files) > 1 else submit(files, output)
        print(last.result())
    if scheduler is None:
        cluster.close()


if __name__ == "__main__":
    main()
