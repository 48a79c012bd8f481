package dev.cachewright.format.divergence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.analysis.Divergence.BodyPlace;
import dev.cachewright.divergence.Cause;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.divergence.Panes;
import dev.cachewright.divergence.Part;
import dev.cachewright.divergence.Spot;
import dev.cachewright.format.divergence.RequestParts.Shown;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.WordDifference;
import java.util.ArrayList;
import java.util.List;

/// Puts two requests beside each other as texts, with what they share and what differs.
public final class PaneMaker {

    private final Explanation explanation;
    private final List<Shown> earlier;
    private final List<Shown> later;
    private final List<Panes.Text> left = new ArrayList<>();
    private final List<Panes.Text> right = new ArrayList<>();

    private PaneMaker(Explanation explanation, JsonNode earlier, JsonNode later) {
        this.explanation = explanation;
        this.earlier = RequestParts.of(earlier);
        this.later = RequestParts.of(later);
    }

    /// @param explanation of these two bodies
    public static Panes of(String earlier, String later, Explanation explanation) {
        return new PaneMaker(explanation, RawJson.tree(earlier), RawJson.tree(later)).panes();
    }

    private Panes panes() {
        explanation.findings().causes().forEach(this::addSetting);
        int i = indexOf(earlier, explanation.earlier());
        int j = indexOf(later, explanation.later());
        addShared(left, earlier.subList(0, i));
        addShared(right, later.subList(0, j));
        List<Pairs.Pair> pairs = Pairs.of(earlier.subList(i, earlier.size()), later.subList(j, later.size()),
                explanation.findings().ignored());
        for (int at = 0; at < pairs.size(); at++) {
            addPair(pairs.get(at), at == 0);
        }
        return new Panes(left, right);
    }

    private void addSetting(Cause cause) {
        boolean isSetting = cause.kind().compareTo(Cause.Kind.SETTING_CHANGED) <= 0 && !cause.name().equals("detail");
        if (isSetting) {
            var part = Part.setting(cause.name());
            left.add(new Panes.Text(part, cause.before(), 0, all(cause.before())));
            right.add(new Panes.Text(part, cause.now(), 0, all(cause.now())));
        }
    }

    /// The part in which a request leaves the other; after the last one where it does in none.
    private int indexOf(List<Shown> parts, Spot spot) {
        String path = spot.body().path();
        boolean isInText = explanation.relation() != Explanation.Relation.SAME && RequestParts.isText(path);
        return isInText ? RequestParts.indexOf(parts, path).orElseGet(() -> beforeMissing(parts, path)) : parts.size();
    }

    /// How many parts come before one that the other request has alone.
    private int beforeMissing(List<Shown> parts, String path) {
        List<Shown> others = parts == earlier ? later : earlier;
        return Math.min(parts.size(), RequestParts.indexOf(others, path).orElse(parts.size()));
    }

    private static void addShared(List<Panes.Text> pane, List<Shown> parts) {
        parts.forEach(part -> pane.add(new Panes.Text(part.part(), part.text(), part.text().length(), List.of())));
    }

    private void addPair(Pairs.Pair pair, boolean isFirst) {
        if (pair.earlier().isEmpty() || pair.later().isEmpty()) {
            pair.earlier().ifPresent(part -> left.add(new Panes.Text(part.part(), part.text(), 0, all(part.text()))));
            pair.later().ifPresent(part -> right.add(new Panes.Text(part.part(), part.text(), 0, all(part.text()))));
            return;
        }
        Shown a = pair.earlier().get();
        Shown b = pair.later().get();
        int sharedA = 0;
        int sharedB = 0;
        if (isFirst && !pair.isSame()) {
            sharedA = shared(a, b, explanation.earlier().body());
            sharedB = shared(b, a, explanation.later().body());
        }
        int fromA = wordStart(a.text(), sharedA);
        int fromB = wordStart(b.text(), sharedB);
        var spansA = new ArrayList<Panes.Span>();
        var spansB = new ArrayList<Panes.Span>();
        if (!pair.isSame()) {
            int shift = fromB - fromA;
            for (WordDifference found : WordDifference.of(a.text().substring(fromA), b.text().substring(fromB))) {
                int start = found.start() + fromA;
                spansA.add(new Panes.Span(start, found.end() + fromA));
                spansB.add(new Panes.Span(start + shift, start + shift + found.other().length()));
                shift += found.other().length() - (found.end() - found.start());
            }
        }
        left.add(new Panes.Text(a.part(), a.text(), sharedA, spansA));
        right.add(new Panes.Text(b.part(), b.text(), sharedB, spansB));
    }

    /// The shared beginning of a part: up to the place where the requests part, where its text is what is compared.
    private static int shared(Shown part, Shown other, BodyPlace place) {
        if (part.isText() && part.path().equals(place.path())) {
            return Math.min(place.offset(), part.text().length());
        }
        int at = 0;
        while (at < Math.min(part.text().length(), other.text().length())
                && part.text().charAt(at) == other.text().charAt(at)) {
            at++;
        }
        return at;
    }

    private static int wordStart(String text, int offset) {
        int start = offset;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static List<Panes.Span> all(String text) {
        return text.isEmpty() ? List.of() : List.of(new Panes.Span(0, text.length()));
    }
}
