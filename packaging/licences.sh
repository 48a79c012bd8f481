#!/usr/bin/env bash
# Fails where a jar of the packages has no line in third-party.txt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
missing=
while read -r name; do
    known=
    while read -r start _; do
        case $name in "$start"*) known=yes ;; esac
    done < <(grep -v '^#' packaging/third-party.txt | grep .)
    [ -n "$known" ] || missing="$missing $name"
done <target/packaging/libraries.txt
if [ -n "$missing" ]; then
    echo "packaging/third-party.txt does not say the licence of:$missing" >&2
    exit 1
fi
