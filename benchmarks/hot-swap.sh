#!/bin/sh
# Time from a rebuilt jar to the running Peregrine that uses it: copied into plugins/, and linked there.
#   benchmarks/hot-swap.sh [runs]
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
runs=${1:-5}
port=8597
home=$(mktemp -d)
pid=0
trap 'kill "$pid" 2>/dev/null || true; rm -rf "$home"' EXIT

now() { date +%s%N; }

# build VERSION FILE: what mvn package leaves behind, with another version.
build() {
  cp "$root/plugins/board-example/target/board-example-0.1.0.jar" "$home/new.jar"
  printf 'Plugin-Version: %s\n' "$1" >"$home/manifest"
  jar --update --file "$home/new.jar" --manifest "$home/manifest" 2>/dev/null
  mv -f "$home/new.jar" "$2"
}

# swapped VERSION: waits until the page of plugins shows it.
swapped() {
  begin=$(now)
  while ! curl -s "http://localhost:$port/plugins" | grep -q "$1"; do
    [ $((($(now) - begin) / 1000000000)) -lt 30 ] || { echo "It was not swapped within 30 s."; exit 1; }
    sleep 0.02
  done
  printf '%6d ms\n' $((($(now) - begin) / 1000000))
}

"$root/peregrine" --help >/dev/null
mkdir -p "$home/target" "$home/plugins"
build 9.0.0 "$home/target/board-example.jar"
PEREGRINE_START_CACHE=off "$root/peregrine" plugin install "$home/target/board-example.jar" --home "$home" 2>/dev/null
PEREGRINE_START_CACHE=off "$root/peregrine" --port $port --home "$home" >/dev/null 2>&1 &
pid=$!
while ! curl -s "http://localhost:$port/plugins" | grep -q 9.0.0; do
  kill -0 "$pid" || { echo "It ended by itself."; exit 1; }
  sleep 0.1
done

echo "copied over the old jar"
i=1
while [ $i -le "$runs" ]; do
  build "9.1.$i" "$home/target/board-example.jar"
  cp "$home/target/board-example.jar" "$home/plugins/board-example.jar"
  swapped "9.1.$i"
  i=$((i + 1))
done

echo "linked, and built again"
ln -sf "$home/target/board-example.jar" "$home/plugins/board-example.jar"
sleep 4
i=1
while [ $i -le "$runs" ]; do
  build "9.2.$i" "$home/target/board-example.jar"
  swapped "9.2.$i"
  i=$((i + 1))
done
