#!/bin/sh
# Measures every head over many texts with GNU parallel, on this computer or, with PARALLEL_ARGS="--sshloginfile FILE",
# on others that see the same files.
#
#     SHARDS=64 OUT=out.headstats headlight_parallel.sh --model M --texts FILE…
#
# All words go to `headlight corpus`. A shard that failed is tried again where its last save was.
set -eu
: "${SHARDS:?expected SHARDS, the number of parts}" "${OUT:?expected OUT, the .headstats file}"
headlight=${HEADLIGHT:-headlight}
jobs=${JOBS:-$(nproc)}
base=${OUT%.headstats}
# shellcheck disable=SC2086
seq 1 "$SHARDS" | parallel ${PARALLEL_ARGS:-} --jobs "$jobs" --retries "${TRIES:-3}" --halt soon,fail=1 --quote \
  "$headlight" corpus "$@" --threads "${THREADS:-1}" --shard "{}/$SHARDS" --resume -o "$base.{}-of-$SHARDS.headstats"
# By a tree, so that no merge reads more than eight files.
set --
for shard in $(seq 1 "$SHARDS"); do set -- "$@" "$base.$shard-of-$SHARDS.headstats"; done
level=0
while [ $# -gt 1 ]; do
  names=
  group=0
  while [ $# -gt 0 ]; do
    some=
    count=0
    while [ $# -gt 0 ] && [ $count -lt 8 ]; do
      some="$some
$1"
      shift
      count=$((count + 1))
    done
    name="$base.merge-$level-$group.headstats"
    (IFS='
'; set -f; "$headlight" merge $some -o "$name" && rm -- $some)
    names="$names
$name"
    group=$((group + 1))
  done
  old=$IFS
  IFS='
'
  set -f
  # shellcheck disable=SC2086
  set -- $names
  set +f
  IFS=$old
  level=$((level + 1))
done
mv -- "$1" "$OUT"
