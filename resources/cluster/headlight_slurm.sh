#!/bin/sh
#SBATCH --job-name=headlight
#SBATCH --cpus-per-task=16
#SBATCH --mem=32G
#SBATCH --time=12:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
# Measures every head over many texts as an array job: each task one shard. A task that was stopped goes on where its
# last save was when it is queued again.
#
#     OUT=out.headstats sbatch --array=1-64 headlight_slurm.sh --model M --texts FILE…
#     sbatch --dependency=afterok:JOB --wrap 'headlight merge out.*-of-64.headstats -o out.headstats'
#
# All words go to `headlight corpus`. The array must begin at 1.
set -eu
: "${OUT:?expected OUT, the .headstats file}" "${SLURM_ARRAY_TASK_ID:?expected an array job: sbatch --array=1-N}"
shards=${SLURM_ARRAY_TASK_MAX:?expected an array job: sbatch --array=1-N}
if [ "${SLURM_ARRAY_TASK_MIN:-1}" != 1 ] || [ "${SLURM_ARRAY_TASK_COUNT:-$shards}" != "$shards" ]; then
  echo "headlight_slurm.sh: expected --array=1-N without gaps; requeue single tasks with scontrol requeue" >&2
  exit 2
fi
exec "${HEADLIGHT:-headlight}" corpus "$@" --threads "${SLURM_CPUS_PER_TASK:-1}" \
  --shard "$SLURM_ARRAY_TASK_ID/$shards" --resume -o "${OUT%.headstats}.$SLURM_ARRAY_TASK_ID-of-$shards.headstats"
