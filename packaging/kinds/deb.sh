# A Debian package; a tilde sorts a snapshot before its release.
. packaging/linux/tree.sh
deb_version=$(printf %s "$version" | sed 's/-/~/' | tr '[:upper:]' '[:lower:]')
arch=$(dpkg --print-architecture)
libraries=$(mktemp -d)
mkdir "$libraries/debian"
printf 'Source: cachewright\n\nPackage: cachewright\nArchitecture: any\n' >"$libraries/debian/control"
depends=$(cd "$libraries" && find "$OLDPWD/$root/opt" \( -name '*.so' -o -path '*/bin/*' \) -type f -print0 |
    xargs -0 dpkg-shlibdeps -O --ignore-missing-info -l"$OLDPWD/$root/opt/cachewright/lib/runtime/lib" \
        -l"$OLDPWD/$root/opt/cachewright/lib/runtime/lib/server" 2>"$libraries/log" | sed 's/^shlibs:Depends=//')
rm -rf "$libraries"
mkdir "$root/DEBIAN"
sed -e "s/@VERSION@/$deb_version/" -e "s/@ARCH@/$arch/" -e "s/@DEPENDS@/$depends/" \
    -e "s/@SIZE@/$(du -sk "$root" | cut -f 1)/" packaging/linux/control >"$root/DEBIAN/control"
(cd "$root" && find opt usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
dpkg-deb -Zxz -z6 --root-owner-group --build "$root" "$out/cachewright_${deb_version}_$arch.deb"
rm -rf "$root/DEBIAN"
