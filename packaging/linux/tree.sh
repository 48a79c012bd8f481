# Lays out target/packaging/root as the files of the Linux packages will stand, from $version.
root=target/packaging/root
rm -rf "$root"
mkdir -p "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/mime/packages" \
    "$root/usr/share/metainfo" "$root/usr/share/doc/cachewright"
cp -a target/packaging/image/cachewright "$root/opt/"
ln -s ../../opt/cachewright/bin/cachewright "$root/usr/bin/cachewright"
cp packaging/linux/cachewright.desktop "$root/usr/share/applications/"
cp packaging/linux/cachewright.xml "$root/usr/share/mime/packages/"
sed -e "s/@VERSION@/$version/" -e "s/@DATE@/$(date -u +%F)/" packaging/linux/dev.cachewright.Cachewright.metainfo.xml \
    >"$root/usr/share/metainfo/dev.cachewright.Cachewright.metainfo.xml"
for image in target/packaging/icons/*.png; do
    size=$(basename "$image" .png)
    [ "$size" -le 512 ] || continue
    mkdir -p "$root/usr/share/icons/hicolor/${size}x$size/apps"
    cp "$image" "$root/usr/share/icons/hicolor/${size}x$size/apps/cachewright.png"
done
mkdir -p "$root/usr/share/icons/hicolor/scalable/apps"
cp target/packaging/icons/cachewright.svg "$root/usr/share/icons/hicolor/scalable/apps/"
{
    echo "Cachewright is under the Apache License 2.0; the text follows the list of what comes with it."
    echo
    grep -v '^#' packaging/third-party.txt
    echo
    cat LICENSE
} >"$root/usr/share/doc/cachewright/copyright"
chmod -R u=rwX,go=rX "$root"
