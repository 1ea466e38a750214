#!/bin/sh
# Runs a load program against the built Peregrine: benchmarks/run.sh NAME [arguments]
# NAME is a class of dev.peregrine.benchmarks: BackupLoad, BoardLoad, BoardsLoad, CloudLoad, ExportLoad, PipelineLoad,
# SameJobLoad, LlmLoad, MatchLoad, NeighbourLoad, NumbersLoad, MailboxLoad, PagesLoad, ResearchLoad, RunLoad, ScoringLoad, TenantsLoad, DueLoad.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
name=$1
shift
PEREGRINE_START_CACHE=off
PEREGRINE_MAIN=dev.peregrine.benchmarks.$name
PEREGRINE_CLASSES=$root/benchmarks/target/classes:$(printf '%s\n' "$root"/plugins/scorer-keywords/target/scorer-keywords-*.jar | head -n 1)
export PEREGRINE_START_CACHE PEREGRINE_MAIN PEREGRINE_CLASSES
exec "$root/peregrine" "$@"
