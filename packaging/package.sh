#!/usr/bin/env bash
# Builds the packages of this system: the app image, its AOT cache and smoke test, then the installers from it.
#
#   packaging/package.sh [deb] [rpm] [tar] [dmg] [image]      without a word: all that this system can build
#
# They land in target/packages with their checksums. MAVEN_ARGS goes to Maven, such as -o.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
system=$(uname -s)

wanted="$*"
if [ -z "$wanted" ]; then
    if [ "$system" = Darwin ]; then
        wanted="dmg tar"
    else
        wanted="tar"
        ! command -v dpkg-deb >/dev/null || wanted="$wanted deb"
        ! command -v rpmbuild >/dev/null || wanted="$wanted rpm"
    fi
fi

# shellcheck disable=SC2086
./mvnw -q ${MAVEN_ARGS:-} package -DskipTests
. packaging/jdk.sh
# The first version behind the project's own name in the POM.
version=$(sed -n '/<artifactId>cachewright</,/<version>/s/.*<version>\(.*\)<.*/\1/p' pom.xml | head -n 1)

# A screen trains the classes of a real start; without one the headless platform stands in.
if [ "$system" = Linux ] && command -v Xvfb >/dev/null; then
    . packaging/screen.sh
fi
"$JDK/bin/java" packaging/build/Image.java "$version"
packaging/licences.sh

out=target/packages
rm -rf "$out"
mkdir -p "$out"
for kind in $wanted; do
    [ "$kind" = image ] || . "packaging/kinds/$kind.sh"
done
cd "$out"
if [ -n "$(ls)" ]; then
    if command -v sha256sum >/dev/null; then sha256sum -- * >SHA256SUMS; else shasum -a 256 -- * >SHA256SUMS; fi
    ls -l
fi
