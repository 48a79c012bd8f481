import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.util.zip.ZipFile;

/// Brings classes of a form from before Java 6 to that of Java 8. An AOT cache leaves the old form out, so that each
/// start would read such classes from the jar and verify them anew, in the slow way of that time: picocli's are 200.
final class OldClasses {

    /// Where a class file has its version, two bytes.
    private static final int VERSION = 6;

    private final ClassFile files;

    /// @param jar with the classes that these refer to
    OldClasses(ZipFile jar) {
        ClassHierarchyResolver own = ClassHierarchyResolver.ofResourceParsing(type -> {
            String name = type.descriptorString();
            var entry = jar.getEntry(name.substring(1, name.length() - 1) + ".class");
            try {
                return entry == null ? null : jar.getInputStream(entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        files = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS, ClassFile.ClassHierarchyResolverOption.of(
                own.orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /// The same class; other bytes where its form is old.
    byte[] renewed(byte[] bytes) {
        int version = (bytes[VERSION] & 0xff) << Byte.SIZE | bytes[VERSION + 1] & 0xff;
        return version >= ClassFile.JAVA_6_VERSION ? bytes
                : files.transformClass(files.parse(bytes), OldClasses::renew);
    }

    private static void renew(ClassBuilder builder, ClassElement element) {
        switch (element) {
            case ClassFileVersion _ -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            // Code that is passed on piece by piece gets the frames that the newer form wants.
            case MethodModel method -> builder.transformMethod(method, MethodTransform.transformingCode(
                    CodeBuilder::with));
            default -> builder.with(element);
        }
    }
}
