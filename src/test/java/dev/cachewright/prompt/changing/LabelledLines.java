package dev.cachewright.prompt.changing;

import dev.cachewright.prompt.changing.ChangingSpan.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines in which what changes is marked, as `⟦KIND text⟧`; a line without marks is a trap.
record LabelledLines(List<Line> lines) {

    private static final Pattern MARK = Pattern.compile("⟦([A-Z_]+) ([^⟧]+)⟧");

    static LabelledLines read(String name) {
        try (var in = LabelledLines.class.getResourceAsStream("/changing/" + name)) {
            return new LabelledLines(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Line::of)
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Figures figures() {
        return lines.stream().map(Line::figures).reduce(new Figures(0, 0, 0, 0, 0), Figures::plus);
    }

    long traps() {
        return lines.stream().filter(line -> line.spans().isEmpty()).count();
    }

    /// @param spans the marked ones
    record Line(String text, List<ChangingSpan> spans) {

        static Line of(String marked) {
            var text = new StringBuilder();
            var spans = new ArrayList<ChangingSpan>();
            Matcher mark = MARK.matcher(marked);
            int from = 0;
            while (mark.find()) {
                text.append(marked, from, mark.start());
                spans.add(new ChangingSpan(text.length(), text.length() + mark.group(2).length(),
                        Kind.valueOf(mark.group(1))));
                text.append(mark.group(2));
                from = mark.end();
            }
            return new Line(text.append(marked.substring(from)).toString(), spans);
        }

        /// A span is right where half of what it and the marked one cover is common to both.
        Figures figures() {
            List<ChangingSpan> found = ChangingText.in(text);
            int right = 0;
            int exact = 0;
            int kinds = 0;
            for (ChangingSpan wanted : spans) {
                List<ChangingSpan> met = found.stream().filter(span -> isSame(span, wanted)).toList();
                right += met.size();
                exact += (int) met.stream().filter(span -> span.start() == wanted.start() && span.end() == wanted.end())
                        .count();
                kinds += (int) met.stream().filter(span -> span.kind() == wanted.kind()).count();
            }
            return new Figures(spans.size(), found.size(), right, exact, kinds);
        }

        private static boolean isSame(ChangingSpan one, ChangingSpan other) {
            int common = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
            int all = Math.max(one.end(), other.end()) - Math.min(one.start(), other.start());
            return common * 2 >= all;
        }

        /// The line with what was found marked.
        String marked() {
            var marked = new StringBuilder(text);
            ChangingText.in(text).reversed().forEach(span -> marked.insert(span.end(), '⟧').insert(span.start(),
                    "⟦" + span.kind() + " "));
            return marked.toString();
        }
    }

    record Figures(int marked, int found, int right, int exact, int kinds) {

        Figures plus(Figures other) {
            return new Figures(marked + other.marked, found + other.found, right + other.right, exact + other.exact,
                    kinds + other.kinds);
        }

        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        double recall() {
            return marked == 0 ? 1 : (double) right / marked;
        }

        @Override
        public String toString() {
            return "%d marked, %d found, %d right: precision %.3f, recall %.3f; %d with the exact ends, %d of the right kind"
                    .formatted(marked, found, right, precision(), recall(), exact, kinds);
        }
    }
}
