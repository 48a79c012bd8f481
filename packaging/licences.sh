#!/usr/bin/env bash
# Fails where a jar of the packages has no line in third-party.txt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
missing=
for jar in target/packaging/lib/*.jar; do
    name=$(basename "$jar")
    case $name in cachewright-*) continue ;; esac
    known=
    while read -r start _; do
        case $name in "$start"*) known=yes ;; esac
    done < <(grep -v '^#' packaging/third-party.txt | grep .)
    [ -n "$known" ] || missing="$missing $name"
done
if [ -n "$missing" ]; then
    echo "packaging/third-party.txt does not say the licence of:$missing" >&2
    exit 1
fi
