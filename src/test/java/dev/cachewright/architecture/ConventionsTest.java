package dev.cachewright.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Holds the project to its conventions, and each convention to a file that breaks it.
class ConventionsTest {

    private static final Map<String, Function<Conventions, List<String>>> CHECKS = Map.ofEntries(
            entry("files are short", Conventions::filesAreShort),
            entry("packages have names", Conventions::packagesHaveNamesAndSayWhatTheyHold),
            entry("imports are named and used", Conventions::importsAreNamedAndUsed),
            entry("bodies have braces", Conventions::bodiesHaveBraces),
            entry("test names are sentences", Conventions::testNamesAreSentences),
            entry("looks stay in styles", Conventions::looksStayInStyles),
            entry("features keep their subscriptions", Conventions::featuresKeepTheirSubscriptions),
            entry("FXML holds no text", Conventions::fxmlHoldsNoText),
            entry("views have their five places", Conventions::viewsHaveTheirFivePlaces),
            entry("messages are used and there", Conventions::messagesAreUsedAndThere));

    @TestFactory
    List<DynamicTest> theProjectKeepsIts() {
        Conventions project = new Conventions(Path.of(""));
        return CHECKS.entrySet().stream().map(check -> DynamicTest.dynamicTest(check.getKey(),
                () -> assertThat(check.getValue().apply(project)).as(check.getKey()).isEmpty())).toList();
    }

    @Nested
    class EachCheckBites {

        private static final String UI = "src/main/java/dev/cachewright/ui/editor/";
        private static final String MESSAGES = "src/main/resources/i18n/messages.properties";

        @TempDir
        Path folder;

        private Conventions project;

        @Test
        void onNothingInAGoodProject() throws IOException {
            goodView();

            CHECKS.forEach((name, check) -> assertThat(check.apply(project)).as(name).isEmpty());
        }

        @Test
        void onLongFiles() throws IOException {
            write(UI + "Card.java", "\n".repeat(401));
            write(UI + "CardView.java", "\n".repeat(151));
            write(UI + "CardViewModel.java", "\n".repeat(201));
            write(UI + "package-info.java", "\n".repeat(11));
            write("fxml/card.fxml", "\n".repeat(121));
            write("styles/views/card.css", "\n".repeat(121));

            assertThat(project.filesAreShort()).containsExactly(UI + "Card.java: 401 lines, at most 400",
                    UI + "CardView.java: 151 lines, at most 150", UI + "CardViewModel.java: 201 lines, at most 200",
                    UI + "package-info.java: 11 lines, at most 10", "fxml/card.fxml: 121 lines, at most 120",
                    "styles/views/card.css: 121 lines, at most 120");
        }

        @Test
        void onVagueAndSilentPackages() throws IOException {
            write("src/main/java/dev/cachewright/util/Thing.java", "");

            assertThat(project.packagesHaveNamesAndSayWhatTheyHold()).containsExactly(
                    "src/main/java/dev/cachewright/util: name the package after what it holds",
                    "src/main/java/dev/cachewright/util: add a package-info.java of at most ten lines");
        }

        @Test
        void onStarsAndUnusedImports() throws IOException {
            write(UI + "Card.java", "import java.util.*;\nimport java.util.List;\nimport java.util.Map;\nMap<?, ?> m;");

            assertThat(project.importsAreNamedAndUsed()).containsExactly(
                    UI + "Card.java: import java.util.*; imports a star",
                    UI + "Card.java: delete import java.util.List;");
        }

        @Test
        void onBodiesWithoutBraces() throws IOException {
            write(UI + "Card.java", """
                    if (a.is(")")) { go(); } else if (b) { stop(); }
                    if (c(d))
                        go();
                    do { x(); } while (y);
                    for (;;) x();
                    else y();
                    // if (in a comment) nothing
                    """);

            assertThat(project.bodiesHaveBraces()).containsExactly(UI + "Card.java: line 2: put the body in braces",
                    UI + "Card.java: line 5: put the body in braces",
                    UI + "Card.java: line 6: put the body in braces");
        }

        @Test
        void onUnderscoresInTestNames() throws IOException {
            write("src/test/java/CardTest.java", "@Test\nvoid card_is_green() {}\n@Test\nvoid cardIsGreen() {}");

            assertThat(project.testNamesAreSentences())
                    .containsExactly("src/test/java/CardTest.java: card_is_green: write the name without underscores");
        }

        @Test
        void onLooksOutsideTheStyles() throws IOException {
            write(UI + "Card.java", "a.setStyle(x);\nColor.web(y);\nFont.font(9);");
            write("fxml/card.fxml", "<A style=\"b\"/>");
            write("styles/controls/card.css", ".card { -fx-fill: #fff; } /* #000 */\n.b { -fx-fill: rgb(1, 2, 3); }");
            write("styles/tokens/scale.css", "* { -teal-5: #0f766e; }");

            assertThat(project.looksStayInStyles()).containsExactly(UI + "Card.java: line 1: setStyle(",
                    UI + "Card.java: line 2: Color.web", UI + "Card.java: line 3: Font.font(",
                    "fxml/card.fxml: line 1: style=\"", "styles/controls/card.css: line 1: #fff",
                    "styles/controls/card.css: line 2: rgb(");
        }

        @Test
        void onListenersThatAreNeverClosed() throws IOException {
            write(UI + "CardView.java", "text.addListener(x);");
            write("src/main/java/dev/cachewright/ui/fx/Subscriptions.java", "text.addListener(x);");

            assertThat(project.featuresKeepTheirSubscriptions())
                    .containsExactly(UI + "CardView.java: line 1: .addListener(");
        }

        @Test
        void onTextInFxml() throws IOException {
            write("fxml/card.fxml", "<A text=\"Send\"/>\n<B text=\"%card.send\" promptText=\"${controller.hint}\"/>");

            assertThat(project.fxmlHoldsNoText()).containsExactly("fxml/card.fxml: line 1: text=\"Send\"");
        }

        @Test
        void onViewsWithoutTheirFivePlaces() throws IOException {
            goodView();
            write("fxml/block-card.fxml", "<?xml?>\n<VBox styleClass=\"blocks\"><A styleClass=\"block-card\"/></VBox>");
            write("styles/views/block-card.css", ".block-card-x .a { }\n.block-card .b, .c { }");
            Files.delete(folder.resolve(UI + "BlockCardViewModel.java"));
            write("styles/views/lost.css", "");

            assertThat(project.viewsHaveTheirFivePlaces()).containsExactly(
                    "styles/views/block-card.css: begin \".block-card-x .a\" with .block-card",
                    "styles/views/block-card.css: begin \".c\" with .block-card",
                    "fxml/block-card.fxml: give the root styleClass=\"block-card\"",
                    "fxml/block-card.fxml: put BlockCardView and BlockCardViewModel in one ui package",
                    "styles/views/lost.css: there is no fxml of this name");
        }

        @Test
        void onMessagesThatAreMissingOrUnused() throws IOException {
            goodView();
            write(MESSAGES, "block-card.old = Old\nblock-card.role.user = User\n");

            assertThat(project.messagesAreUsedAndThere()).containsExactly("add block-card.send = … (" + UI
                    + "BlockCardView.java)", "add block-card.title = … (fxml/block-card.fxml)",
                    "delete block-card.old");
        }

        private void goodView() throws IOException {
            write("fxml/block-card.fxml", "<?xml?>\n<VBox styleClass=\"block-card, wide\" a=\"%block-card.title\"/>");
            write("styles/views/block-card.css", "/* Card */\n.block-card:focused .a,\n.block-card { -fx-fill: -fg; }");
            write(UI + "BlockCardView.java", "x(\"block-card.role.\" + role, \"block-card.send\", \"a.json\");");
            write(UI + "BlockCardViewModel.java", "");
            write(UI + "package-info.java", "");
            write(MESSAGES, "block-card.title = Block\nblock-card.send = Send\nblock-card.role.user = User\n");
        }

        private void write(String name, String text) throws IOException {
            project = new Conventions(folder);
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }
}
