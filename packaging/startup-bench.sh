#!/usr/bin/env bash
# Times from the start to the first painted window: the packaged program against a JavaFX hello-world on the same
# runtime with an AOT cache of its own, in turns.
#
#   packaging/startup-bench.sh [IMAGE] [RUNS]     IMAGE is target/packaging/image/cachewright or /opt/cachewright
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
image=$(realpath "${1:-target/packaging/image/cachewright}")
runs=${2:-10}
. packaging/jdk.sh

work=$(mktemp -d)
screen=
trap 'rm -rf "$work"; [ -z "$screen" ] || kill "$screen"' EXIT

# An empty screen of its own, so that nothing but the program paints on it.
exec 3<>"$work/display"
Xvfb -displayfd 3 -screen 0 1600x1000x24 >"$work/xvfb.log" 2>&1 &
screen=$!
for _ in $(seq 50); do
    [ -s "$work/display" ] && break
    sleep 0.1
done
export DISPLAY=":$(cat "$work/display")"

java=$image/lib/runtime/bin/java
options=@$image/lib/app/java-options.txt
mkdir "$work/classes"
"$JDK/bin/javac" --module-path target/packaging/jmods --add-modules javafx.controls -d "$work/classes" \
    packaging/bench/HelloWorld.java
"$JDK/bin/jar" --create --file "$work/hello.jar" -C "$work/classes" .
"$java" "$options" -Dtrain=true -XX:AOTCacheOutput="$work/hello.aot" -cp "$work/hello.jar" HelloWorld >"$work/train.log" 2>&1

echo "load before: $(cut -d ' ' -f 1-3 /proc/loadavg)"
"$JDK/bin/java" packaging/bench/FirstPaint.java "$runs" \
    "$java" "$options" -XX:AOTCache="$work/hello.aot" -cp "$work/hello.jar" HelloWorld -- "$image/bin/cachewright"
echo "load after: $(cut -d ' ' -f 1-3 /proc/loadavg)"
