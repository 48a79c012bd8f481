# A disk image with the app to drag into Applications. Not proven: see docs/packaging.md.
app=target/packaging/image/Cachewright.app
plist=$app/Contents/Info.plist
# jpackage refuses a version that begins with zero; the bundle says the true one.
plutil -replace CFBundleShortVersionString -string "${version%%-*}" "$plist"
plutil -replace CFBundleVersion -string "${version%%-*}" "$plist"
plutil -replace CFBundleDocumentTypes -json "$(cat packaging/macos/document-types.json)" "$plist"
plutil -replace UTExportedTypeDeclarations -json "$(cat packaging/macos/types.json)" "$plist"
mkdir -p "$app/Contents/bin"
cp packaging/macos/cachewright "$app/Contents/bin/cachewright"
chmod 755 "$app/Contents/bin/cachewright"
codesign --force --deep --sign - "$app"
disk=target/packaging/disk
rm -rf "$disk"
mkdir -p "$disk"
cp -Rp "$app" "$disk/"
cp LICENSE packaging/third-party.txt "$disk/"
ln -s /Applications "$disk/Applications"
hdiutil create -quiet -volname "Cachewright ${version%%-*}" -srcfolder "$disk" -format UDZO -ov \
    "$out/Cachewright-$version-$(uname -m).dmg"
