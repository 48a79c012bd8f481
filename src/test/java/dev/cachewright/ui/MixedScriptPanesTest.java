package dev.cachewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.ui.editor.EditorView;
import dev.cachewright.ui.editor.EditorViewModel;
import dev.cachewright.ui.editor.marks.TokenSight;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.Callout;
import dev.cachewright.ui.kit.EmptyState;
import dev.cachewright.ui.kit.Figure;
import dev.cachewright.ui.kit.text.ReadOnlyText;
import dev.cachewright.ui.request.RequestView;
import dev.cachewright.ui.request.RequestViewModel;
import dev.cachewright.ui.response.ResponseView;
import dev.cachewright.ui.response.ResponseViewModel;
import dev.cachewright.ui.session.SessionPane;
import dev.cachewright.ui.session.SessionViewModel;
import dev.cachewright.ui.values.ValuesView;
import dev.cachewright.ui.values.ValuesViewModel;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Every pane and control that shows text of others, with all scripts in it and from wide to narrow and back.
class MixedScriptPanesTest {

    private static final int[] WIDTHS = {900, 420, 240, 900};

    private final LayoutFailures failures = new LayoutFailures();
    private final List<String> texts = MixedScripts.all();
    private final WorkspaceFixture fixture = new WorkspaceFixture();

    @AfterEach
    void close() {
        failures.close();
    }

    @Test
    void blocksShowAllScriptsAndKeepThem() {
        open();
        assertShown(each -> Views.load(new EditorView(
                new EditorViewModel(each.workspace().prompt(), each.workspace().analysis()),
                new TokenSight(each.workspace().prompt(), each.workspace().analysis(), each.workspace().preferences())))
                .root());
        assertThat(fixture.workspace().prompt().getPrompt().blocks()).extracting(Block::text)
                .containsExactlyElementsOf(blocks());
    }

    @Test
    void responseShowsAllScriptsAndKeepsThem() {
        String answer = String.join("\n", texts);
        open().willAnswer(answer, 1_842, 0).workspace().runs().send();
        Parent pane = assertShown(each -> Views.load(new ResponseView(
                new ResponseViewModel(each.workspace().prompt(), each.workspace().exchange(), each.workspace().runs()),
                each.workspace().conversation()))
                .root());
        assertThat(FxToolkit.call(() -> ((ReadOnlyText) pane.lookup(".read-only-text")).getText())).isEqualTo(answer);
    }

    @Test
    void requestShowsAllScripts() {
        open();
        Parent pane = assertShown(each -> Views
                .load(new RequestView(
                        new RequestViewModel(each.workspace().analysis(), each.workspace().runs(), each.background()),
                        _ -> {
                        }))
                .root());
        assertThat(FxToolkit.call(() -> ((ReadOnlyText) pane.lookup(".read-only-text")).getText()))
                .contains(MixedScripts.HEBREW.strip());
    }

    @Test
    void valuesShowAllScripts() {
        open();
        assertShown(each -> Views
                .load(new ValuesView(new ValuesViewModel(each.workspace().prompt(), each.workspace().analysis(), () -> {
                    // No dialog.
                }))).root());
    }

    @Test
    void sessionShowsAllScripts() {
        open().willAnswer(MixedScripts.ARABIC, 1_842, 0).workspace().runs().send();
        assertShown(each -> new SessionPane(new SessionViewModel(each.workspace()), new SimpleBooleanProperty(),
                StackPane::new, command -> {
                }));
    }

    @Test
    void controlsThatWrapShowAllScripts() {
        List<String> words = texts.stream().filter(text -> text.length() == 131).toList();
        assertShown(each -> new HBox(new VBox(words.stream().map(text -> {
            var callout = new Callout();
            callout.setText(text);
            callout.setActionText("Again");
            return callout;
        }).toArray(Callout[]::new)), new VBox(words.stream().map(text -> {
            var empty = new EmptyState();
            empty.setTitle(text);
            empty.setHint(text);
            return empty;
        }).toArray(EmptyState[]::new)), new VBox(words.stream().map(text -> {
            var figure = new Figure();
            figure.setWrapped(true);
            figure.setSuffix(text);
            return figure;
        }).toArray(Figure[]::new)), new VBox(words.stream().map(TextField::new).toArray(TextField[]::new))));
    }

    @Test
    void tooltipsShowAllScripts() {
        Stage stage = FxToolkit.call(() -> Snapshots.show(new VBox(new Label("x")), 400, 400, Theme.Appearance.LIGHT));
        for (String text : texts.stream().filter(each -> each.length() <= 131).toList()) {
            Tooltip tooltip = FxToolkit.call(() -> {
                var shown = new Tooltip(text);
                shown.setWrapText(true);
                shown.setMaxWidth(360);
                shown.show(stage, 10, 10);
                return shown;
            });
            FxToolkit.frames(1);
            FxToolkit.run(tooltip::hide);
        }
        FxToolkit.run(stage::close);
        assertThat(failures.heard()).isEmpty();
    }

    private List<String> blocks() {
        return IntStream.range(0, 12)
                .mapToObj(i -> texts.stream().skip(i).limit(6).collect(Collectors.joining("\n")).replace("{{", "{ {"))
                .toList();
    }

    private WorkspaceFixture open() {
        List<String> blocks = blocks();
        Prompt prompt = Prompt.of(IntStream.range(0, blocks.size())
                .mapToObj(i -> Block.of("גוש " + i, i == 11 ? Role.USER : Role.SYSTEM, Kind.STATIC, blocks.get(i)))
                .toList(), SamplePrompt.prompt().settings());
        List<Row> rows = texts.stream().map(text -> new Row(Map.of("שם", text, "city", text))).toList();
        return fixture.open("קובץ عربي.prompt", prompt, new Values("ערכים.csv", List.of("שם", "city"), rows));
    }

    private Parent assertShown(Function<WorkspaceFixture, Parent> make) {
        Parent root = FxToolkit.call(() -> make.apply(fixture));
        Stage stage = FxToolkit.call(() -> Snapshots.show(root, 900, 800, Theme.Appearance.LIGHT));
        for (int width : WIDTHS) {
            FxToolkit.run(() -> stage.setWidth(width));
            FxToolkit.frames(5);
        }
        FxToolkit.run(stage::close);
        assertThat(failures.heard()).isEmpty();
        return root;
    }
}
