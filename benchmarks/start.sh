#!/bin/sh
# Time from the command to the first page, with and without the start cache, and idle memory.
#   benchmarks/start.sh [runs]
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
runs=${1:-5}
cache=$root/peregrine-host/target/peregrine/start.aot
port=8599
home=$(mktemp -d)
trap 'kill "$pid" 2>/dev/null || true; rm -rf "$home"' EXIT
pid=0

now() { date +%s%N; }

once() {
  begin=$(now)
  PEREGRINE_START_CACHE=off "$root/peregrine" --port $port --home "$home" >/dev/null 2>&1 &
  pid=$!
  while ! curl -s -o /dev/null -f -L "http://localhost:$port/"; do
    kill -0 "$pid" || { echo "It ended by itself."; exit 1; }
    sleep 0.02
  done
  end=$(now)
  sleep "${1:-0}"
  cpu=$(awk '{ print ($14 + $15) * 10 }' "/proc/$pid/stat")
  rss=$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")
  printf '%6d ms to the first page, %5d CPU-ms, %4d MB resident\n' $(((end - begin) / 1000000)) "$cpu" "$rss"
  kill "$pid"
  wait "$pid" 2>/dev/null || true
}

"$root/peregrine" --help >/dev/null
echo "without the start cache"
mv -f "$cache" "$cache.aside" 2>/dev/null || true
i=0; while [ $i -lt "$runs" ]; do once; i=$((i + 1)); done
if [ -f "$cache.aside" ]; then mv -f "$cache.aside" "$cache"; else
  echo "making the start cache"
  (cd "$root" && PEREGRINE_START_CACHE=now ./peregrine --help >/dev/null)
fi
echo "with the start cache"
i=0; while [ $i -lt "$runs" ]; do once; i=$((i + 1)); done
echo "idle for 30 s"
once 30
