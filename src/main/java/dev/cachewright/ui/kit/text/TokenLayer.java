package dev.cachewright.ui.kit.text;

import dev.cachewright.token.TextToken;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.words.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/// Shows the tokens of the text in view: a tint behind each, and the token under the pointer in words.
final class TokenLayer {

    private static final Duration REST = Duration.ofMillis(300);
    private static final double BELOW_POINTER = 16;

    private final BrokenLinesArea area;
    private final List<TokenTint> tints = new ArrayList<>();
    private Optional<TokenSource> source = Optional.empty();
    private List<TextToken> tokens = List.of();
    /// Made when the pointer first rests on a token.
    private Optional<Tooltip> tooltip = Optional.empty();
    private boolean isAsked;

    TokenLayer(BrokenLinesArea area) {
        this.area = area;
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, this::pointAt);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, event -> hideTooltip());
    }

    void show(Optional<TokenSource> wanted) {
        boolean isOn = wanted.isPresent();
        if (isOn != source.isPresent()) {
            area.setMouseOverTextDelay(isOn ? REST : null);
            area.setParagraphGraphicFactory(isOn ? this::tint : null);
        }
        source = wanted;
        if (!isOn) {
            tints.clear();
            tokens = List.of();
            hideTooltip();
            area.setAccessibleHelp(null);
        }
        refreshSoon();
    }

    private TokenTint tint(int paragraph) {
        TokenTint tint = new TokenTint(paragraph);
        tints.add(tint);
        refreshSoon();
        return tint;
    }

    /// Looks again after the layout of the next frame, so that no frame shows text without its tint.
    void refreshSoon() {
        if (!isAsked && source.isPresent() && area.getScene() != null) {
            isAsked = true;
            UiThread.afterLayout(area.getScene(), () -> {
                isAsked = false;
                refresh();
            });
        }
    }

    private void refresh() {
        tints.removeIf(tint -> tint.getScene() == null);
        Bounds seen = Seen.partOf(area);
        List<TokenTint> inSight = tints.stream()
                .filter(tint -> seen.getHeight() > 0 && tint.place().intersects(seen))
                .sorted(Comparator.comparingInt(TokenTint::paragraph)).toList();
        if (source.isEmpty() || inSight.isEmpty()) {
            return;
        }
        ParagraphMap map = area.map();
        int from = map.textStart(inSight.getFirst().paragraph());
        int last = inSight.getLast().paragraph();
        tokens = source.get().in(from, map.textStart(last) + area.getParagraph(last).length());
        int next = 0;
        for (TokenTint tint : inSight) {
            int start = map.textStart(tint.paragraph());
            int end = start + area.getParagraph(tint.paragraph()).length();
            List<TextRange> columns = new ArrayList<>();
            // A token over a soft break has a part in both paragraphs.
            while (next > 0 && tokens.get(next - 1).end() > start) {
                next--;
            }
            for (; next < tokens.size() && tokens.get(next).start() < end; next++) {
                int left = Math.max(start, tokens.get(next).start());
                int right = Math.min(end, tokens.get(next).end());
                if (left < right) {
                    columns.add(new TextRange(left - start, right - start));
                }
            }
            tint.show(columns);
        }
        tellCaret();
    }

    /// Says to a screen reader at the caret what the tooltip says at the pointer.
    void tellCaret() {
        if (source.isPresent()) {
            area.setAccessibleHelp(at(area.caretOffset()).map(TokenLayer::words).orElse(null));
        }
    }

    private Optional<TextToken> at(int offset) {
        return tokens.stream().filter(token -> token.start() <= offset && offset < token.end()).findFirst();
    }

    private void pointAt(MouseOverTextEvent event) {
        at(area.map().ofArea(event.getCharacterIndex()).text()).ifPresent(token -> {
            Tooltip shown = tooltip.orElseGet(TokenLayer::newTooltip);
            tooltip = Optional.of(shown);
            shown.setText(words(token));
            shown.show(area, event.getScreenPosition().getX(), event.getScreenPosition().getY() + BELOW_POINTER);
        });
    }

    private static Tooltip newTooltip() {
        var made = new Tooltip();
        made.getStyleClass().add("token-tooltip");
        return made;
    }

    private void hideTooltip() {
        tooltip.ifPresent(Tooltip::hide);
    }

    /// The ids and their text, with signs for white space.
    static String words(TextToken token) {
        String ids = token.ids().stream().map(String::valueOf).collect(Collectors.joining(" "));
        String text = token.text().replace(' ', '␣').replace("\r", "␍").replace("\n", "␊").replace("\t", "␉");
        return Texts.format("prompt-area.token", token.ids().size(), ids, text);
    }
}
