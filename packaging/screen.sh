# Opens an empty screen of its own for what follows, and closes it at the end of the script.
screen_work=$(mktemp -d)
mkfifo "$screen_work/number"
Xvfb -displayfd 3 -screen 0 1600x1000x24 3>"$screen_work/number" >"$screen_work/log" 2>&1 &
screen_process=$!
trap 'kill "$screen_process"; rm -rf "$screen_work"' EXIT
read -r screen_number <"$screen_work/number"
export DISPLAY=":$screen_number"
export CACHEWRIGHT_TRAIN_DISPLAY=yes
