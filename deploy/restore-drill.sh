#!/bin/sh
# Restores the snapshots of everybody into a folder that is deleted afterwards. Each is held against its
# hash, opened, and its rows are counted and compared with what was counted when it was made.
#   deploy/restore-drill.sh [FOLDER]     FOLDER is where there is room for everybody (usual: a temporary one)
# Needs the environment of a server. Ends with 0 where everybody came back whole, with 3 where not.
set -eu

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
peregrine=${PEREGRINE_PROGRAM:-$root/peregrine}
scratch=$(mktemp -d "${1:-${TMPDIR:-/tmp}}/restore-drill.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

"$peregrine" cloud restore --all --into "$scratch/people" --json --home "$scratch/home"
