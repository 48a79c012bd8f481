# An RPM package.
. packaging/linux/tree.sh
rpm_version=$(printf %s "$version" | sed 's/-/~/' | tr '[:upper:]' '[:lower:]')
sed -e "s/@VERSION@/$rpm_version/" -e "s|@ROOT@|$PWD/$root|" packaging/linux/cachewright.spec \
    >target/packaging/cachewright.spec
rpmbuild -bb --quiet --define "_topdir $PWD/target/packaging/rpm" --define "_rpmdir $PWD/$out" \
    --define '_rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm' --define '_binary_payload w6.xzdio' \
    target/packaging/cachewright.spec
