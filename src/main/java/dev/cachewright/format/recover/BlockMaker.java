package dev.cachewright.format.recover;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Makes a template of what several calls have in one place, and a variable of each piece that varies.
final class BlockMaker {

    /// The default of a prompt for a carriage return, which a file cannot hold in its text.
    static final String RETURN = "cr";
    private static final String RETURN_TAG = "{{" + RETURN + "}}";
    private static final String GUARD = "{{! }}";
    /// Less common text than this is chance.
    private static final int LITTLE = 12;
    private static final int DEEPEST = 3;

    private final Columns columns;
    private final int calls;
    private final Group.Form form;

    BlockMaker(Columns columns, int calls, Group.Form form) {
        this.columns = columns;
        this.calls = calls;
        this.form = form;
    }

    /// The blocks in the place of `model`.
    ///
    /// @param canSplit whether several blocks there are sent as one text
    /// @param texts as they are sent, one a call
    List<Block> make(Block model, boolean canSplit, List<String> texts) {
        List<Part> parts = aligned(texts);
        if (form == Group.Form.WHOLE || isChance(parts)) {
            parts = List.of(new Part.Hole(texts));
        } else if (form == Group.Form.FULL) {
            parts = OptionalLines.apart(parts);
        }
        var pieces = new ArrayList<BlockCutter.Piece>();
        int[] all = IntStream.range(0, calls).toArray();
        String before = "";
        boolean beginsLine = true;
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Part.Fixed(String text) -> {
                    pieces.add(new BlockCutter.Piece(text, escaped(text), ""));
                    before = text;
                    beginsLine = text.endsWith("\n");
                }
                case Part.Hole(List<String> values) -> {
                    String wanted = parts.size() == 1 ? wholeName(model.role()) : Label.of(before, values, "value");
                    var tag = new Tag(wanted, all, 0);
                    String template = tag.of(values, beginsLine);
                    pieces.add(new BlockCutter.Piece("", template, tag.name));
                    before = "";
                    beginsLine = template.endsWith("\n");
                }
            }
        }
        return BlockCutter.cut(model, canSplit, pieces);
    }

    private List<Part> aligned(List<String> texts) {
        List<Part> parts = TextAligner.align(texts);
        return Part.besideTags(form == Group.Form.FULL ? OptionalLines.whole(parts) : parts);
    }

    private static boolean isChance(List<Part> parts) {
        int common = parts.stream().mapToInt(part -> part instanceof Part.Fixed(String text)
                ? (int) text.chars().filter(Character::isLetterOrDigit).count()
                : 0).sum();
        return parts.size() > 1 && common < LITTLE
                && parts.stream().noneMatch(part -> part instanceof Part.Fixed(String text)
                        && (text.contains(":") || text.contains("<") || text.contains("=")));
    }

    private static String wholeName(Role role) {
        return switch (role) {
            case USER -> "question";
            case ASSISTANT -> "answer";
            case TOOL -> "result";
            default -> "instructions";
        };
    }

    private static String escaped(String text) {
        return Template.escape(text).replace("\r", RETURN_TAG);
    }

    /// The tags in one place.
    private final class Tag {

        private final String wanted;
        /// The calls that have the place at all.
        private final int[] which;
        private final int depth;
        private String name = "";

        Tag(String wanted, int[] which, int depth) {
            this.wanted = wanted;
            this.which = which;
            this.depth = depth;
        }

        /// @param beginsLine whether nothing stands before the place on its line
        String of(List<String> values, boolean beginsLine) {
            int[] having = IntStream.range(0, which.length).filter(i -> !values.get(i).isEmpty()).toArray();
            if (form == Group.Form.FULL && depth < DEEPEST && having.length > 0 && having.length < which.length) {
                String optional = optional(values, having, beginsLine);
                if (!optional.isEmpty()) {
                    return optional;
                }
            }
            name = columns.add(wanted, spread(values));
            return "{{" + name + "}}";
        }

        /// An optional part; empty where those that have it share no text.
        private String optional(List<String> values, int[] having, boolean beginsLine) {
            int[] inner = IntStream.of(having).map(i -> which[i]).toArray();
            List<Part> parts = aligned(IntStream.of(having).mapToObj(values::get).toList());
            boolean says = OptionalLines.says(parts);
            if (!says || parts.getLast() instanceof Part.Fixed(String last) && Part.endOfText(last) < last.length()) {
                return "";
            }
            var body = new StringBuilder();
            String before = "";
            for (Part part : parts) {
                if (part instanceof Part.Fixed(String text)) {
                    body.append(escaped(text));
                    before = text;
                } else if (part instanceof Part.Hole(List<String> own)) {
                    var tag = new Tag(Label.of(before, own, wanted), inner, depth + 1);
                    body.append(tag.of(own, !body.isEmpty() && body.charAt(body.length() - 1) == '\n'));
                    name = name.isEmpty() && own.stream().noneMatch(String::isEmpty) ? tag.name : name;
                    before = "";
                }
            }
            if (name.isEmpty()) {
                name = flag(Label.firstWord(values.get(having[0]), wanted), inner);
            }
            return section(body.toString(), beginsLine);
        }

        /// Whole lines have the two tags alone on theirs, which takes these lines away.
        private String section(String body, boolean beginsLine) {
            String open = "{{#if " + name + "}}";
            return beginsLine && body.endsWith("\n")
                    ? open + "\n" + body + "{{/if}}\n"
                    : guarded(open + body + "{{/if}}", body);
        }

        private String flag(String word, int[] having) {
            var flags = new ArrayList<Object>(Collections.nCopies(calls, false));
            IntStream.of(having).forEach(call -> flags.set(call, true));
            return columns.add("has_" + word, flags);
        }

        private List<Object> spread(List<String> values) {
            var all = new ArrayList<Object>(Collections.nCopies(calls, ""));
            for (int i = 0; i < which.length; i++) {
                all.set(which[i], values.get(i));
            }
            return all;
        }

        /// A section alone on its line would take the line's end with it; one of two tags does not.
        private static String guarded(String section, String body) {
            boolean mayStandAlone = body.stripLeading().length() < body.length() || body.stripTrailing().length() < body
                    .length();
            return mayStandAlone ? GUARD + section + GUARD : section;
        }
    }

    /// The ids of blocks, each once.
    static List<Block> withOwnIds(List<Block> blocks) {
        var ids = new HashSet<String>();
        var named = new ArrayList<Block>();
        for (Block block : blocks) {
            String id = block.id();
            for (int i = 2; !ids.add(id); i++) {
                id = block.id() + "-" + i;
            }
            named.add(block.withId(id));
        }
        return named;
    }
}
