# A portable archive: unpack it anywhere.
portable=target/packaging/portable/cachewright-$version
rm -rf target/packaging/portable
mkdir -p "$portable"
if [ "$system" = Darwin ]; then
    cp -Rp target/packaging/image/Cachewright.app "$portable/"
else
    cp -a target/packaging/image/cachewright/. "$portable/"
fi
cp LICENSE packaging/third-party.txt "$portable/"
tar -C target/packaging/portable -czf \
    "$out/cachewright-$version-$(printf %s "$system" | tr '[:upper:]' '[:lower:]')-$(uname -m).tar.gz" "cachewright-$version"
