#!/usr/bin/env bash
# Proves the deb on this machine, as root: builds it from a clean checkout, installs it with apt, starts it by its
# desktop entry and by the MIME type of a prompt, counts from the PATH, removes it, and looks at what remains.
#
#   packaging/proof-deb.sh [DEB]      with a DEB the build is left out
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
project=$PWD

say() {
    printf '\n== %s\n' "$*"
}

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

# Waits for a window whose title holds the words, and prints the title.
window() {
    for _ in $(seq 150); do
        title=$(xwininfo -root -tree | sed -n 's/^ *0x[0-9a-f]* "\(.*\)": (.*/\1/p' | grep -F -m 1 -- "$1" || true)
        if [ -n "$title" ]; then
            echo "window: $title"
            return
        fi
        sleep 0.2
    done
    fail "no window with '$1' came"
}

# Ends the program that was started from the installed folder, and only that.
end() {
    for process in /proc/[0-9]*; do
        case $(readlink "$process/exe" || true) in
            /opt/cachewright/*) kill "${process#/proc/}" ;;
        esac
    done
    for _ in $(seq 50); do
        xwininfo -root -tree | grep -q -F 'Cachewright' || return 0
        sleep 0.2
    done
    fail "the window stayed"
}

work=$(mktemp -d)
. packaging/screen.sh
trap 'kill "$screen_process"; rm -rf "$screen_work" "$work"' EXIT
unset CACHEWRIGHT_TRAIN_DISPLAY
export HOME=$work/home XDG_CURRENT_DESKTOP=X-Generic
unset CACHEWRIGHT_HOME
# Java takes the home from the user database, not from HOME.
export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share XDG_STATE_HOME=$HOME/.local/state
mkdir -p "$HOME/prompts"

deb=${1:-}
if [ -z "$deb" ]; then
    say "build from a clean checkout, with one command"
    git clone -q "$project" "$work/checkout"
    (cd "$work/checkout" && HOME=~root MAVEN_ARGS="${MAVEN_ARGS:-}" packaging/package.sh deb)
    deb=$(ls "$work"/checkout/target/packages/*.deb)
fi
deb=$(realpath "$deb")
ls -l "$deb"

say "apt install"
cp "$deb" /tmp/cachewright-proof.deb
apt-get install -y --no-install-recommends /tmp/cachewright-proof.deb | tail -n 5
rm /tmp/cachewright-proof.deb
dpkg -s cachewright | sed -n '1,2p;/^Version/p;/^Installed-Size/p'
desktop-file-validate /usr/share/applications/cachewright.desktop
echo "the desktop entry is valid"

say "start by the desktop entry"
gtk-launch cachewright
window 'support-agent.prompt'
end

say "open a prompt by its MIME type"
cp src/main/resources/samples/timestamp-pitfall.prompt src/main/resources/samples/timestamp-questions.csv "$HOME/prompts/"
gio info -a standard::content-type "$HOME/prompts/timestamp-pitfall.prompt" | tail -n 1
echo "opened by: $(xdg-mime query default text/x-dotprompt)"
gio open "$HOME/prompts/timestamp-pitfall.prompt"
window 'timestamp-pitfall.prompt'
end

say "the command line"
command -v cachewright
cachewright count "$HOME/prompts/timestamp-pitfall.prompt"
cachewright run "$HOME/prompts/timestamp-pitfall.prompt" --calls 3

say "a session of the window"
CACHEWRIGHT_REHEARSAL=yes cachewright | head -n 3
before=$(cd "$HOME" && find . -type f -not -path './.cache/*' | sort | xargs md5sum)

say "apt remove"
apt-get remove -y cachewright | tail -n 2
[ ! -e /usr/bin/cachewright ] || fail "the command is still there"
[ ! -e /opt/cachewright ] || fail "/opt/cachewright is still there: $(find /opt/cachewright | head)"
echo "opened by: $(xdg-mime query default text/x-dotprompt)"
[ "$before" = "$(cd "$HOME" && find . -type f -not -path './.cache/*' | sort | xargs md5sum)" ] || fail "files changed"
echo "prompts and sessions remain:"
(cd "$HOME" && find . -type f -not -path './.cache/*' | sort)
ls "$HOME"/.local/share/cachewright/sessions/*.jsonl >/dev/null || fail "there is no session"

say "proven"
