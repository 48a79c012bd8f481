# Sets JDK to a JDK 25 or later that has jlink and jpackage: JAVA_HOME, else one of those that Maven found, else that
# of the PATH.
major() {
    [ -x "$1/bin/jpackage" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

JDK=
for candidate in "${JAVA_HOME:-}" $(sed -n 's/.*<jdkHome>\(.*\)<.*/\1/p' target/jdks.xml 2>/dev/null) \
    "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/bin/javac)")")")"; do
    if [ -n "$candidate" ] && [ "$(major "$candidate" || true)" -ge 25 ] 2>/dev/null; then
        JDK=$candidate
        break
    fi
done
if [ -z "$JDK" ]; then
    echo "Packaging needs a JDK 25 or later with jpackage: install Temurin 25 and point JAVA_HOME at it" >&2
    exit 1
fi
