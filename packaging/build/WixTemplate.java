import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the JDK's own template for Windows installers with one component more, which puts the folder of the command
/// line on the user's PATH and takes it away again.
///
/// `java packaging/build/WixTemplate.java FILE`, on Windows.
final class WixTemplate {

    private static final URI TEMPLATE = URI.create("jrt:/jdk.jpackage/jdk/jpackage/internal/resources/main.wxs");
    private static final String ROOT = "<Directory Id=\"TARGETDIR\" Name=\"SourceDir\"/>";
    private static final String FEATURES = "<ComponentGroupRef Id=\"Files\"/>";
    private static final String COMPONENT = """

                <DirectoryRef Id="INSTALLDIR">
                  <Component Id="CommandLine" Guid="2a9f4f5c-1f0e-4c7e-9a43-0d7a0f6f2b11">
                    <RegistryValue Root="HKCU" Key="Software\\Cachewright" Name="CommandLine" Type="integer" Value="1"
                        KeyPath="yes"/>
                    <Environment Id="CommandLinePath" Name="PATH" Value="[INSTALLDIR]bin" Part="last" Action="set"
                        System="no" Permanent="no"/>
                  </Component>
                </DirectoryRef>
            """;

    private WixTemplate() {
    }

    public static void main(String[] arguments) throws IOException {
        String template = Files.readString(Path.of(TEMPLATE));
        String changed = insert(insert(template, ROOT, COMPONENT), FEATURES,
                "\n      <ComponentRef Id=\"CommandLine\"/>");
        Files.writeString(Path.of(arguments[0]), changed);
    }

    private static String insert(String text, String behind, String more) {
        if (!text.contains(behind)) {
            throw new IllegalStateException("The template of this JDK has no " + behind);
        }
        return text.replace(behind, behind + more);
    }
}
