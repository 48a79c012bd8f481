package dev.cachewright.format.file;

import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Template;
import dev.cachewright.prompt.template.Partials;
import dev.cachewright.prompt.template.TagForm;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Tag;
import dev.cachewright.prompt.text.TemplateCheck;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts the body of a prompt file into blocks, keeping every character.
final class BlocksReader {

    private static final Pattern ROLE = Pattern.compile("role\\s+[\"']([^\"']*)[\"'](?:\\s+[\\w-]+\\s*=\\s*"
            + "(?:\"[^\"]*\"|'[^']*'|[^\\s\"']+))*\\s*");
    private static final Pattern LAYOUT = Pattern.compile("[ \\t\\r\\n]*");
    private static final Pattern NOTHING = Pattern
            .compile("(?s)(?:[ \\t\\r\\n]|\\{\\{!--.*?--}}|\\{\\{!(?!--).*?}})*+");

    private final String file;
    private final Partials partials;
    private final List<SourceBlock> blocks = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    /// The number from which on a free id is looked for, by its base.
    private final Map<String, Integer> numbers = new HashMap<>();
    private final StringBuilder head = new StringBuilder();
    private Role role = Role.USER;
    private Optional<BlockMark> mark = Optional.empty();
    private boolean startsMessage = true;
    private boolean hasRoleTag;
    private int textStart;
    /// Tags of the blocks so far that go through the engine.
    private int engineTags;

    private BlocksReader(String file, int bodyStart, Partials partials) {
        this.file = file;
        this.textStart = bodyStart;
        this.partials = partials;
    }

    /// The blocks of the body that begins at `bodyStart`; layout before the first role becomes part of its head. After
    /// front matter, white space at both ends of the body is layout too, as in Dotprompt.
    ///
    /// @param partials the texts that the body can put in
    /// @throws InputException with line and column in the file
    static SourceBody read(String file, int bodyStart, Partials partials) {
        return new BlocksReader(file, bodyStart, partials).read(bodyStart);
    }

    private SourceBody read(int bodyStart) {
        boolean hasFrontMatter = BlocksWriter.isTrimmed(file.substring(0, bodyStart));
        if (hasFrontMatter) {
            textStart = file.length() - file.substring(bodyStart).stripLeading().length();
            head.append(file, bodyStart, textStart);
        }
        int depth = 0;
        for (Tag tag : tags(bodyStart)) {
            int start = bodyStart + tag.start();
            int end = bodyStart + tag.end();
            Matcher roleTag = ROLE.matcher(tag.body());
            Optional<BlockMark> blockMark = BlockMark.of(tag.body());
            if (tag.type() == Tag.Type.LOGIC && tag.body().matches("[~]?[#^].+")) {
                depth++;
            } else if (tag.type() == Tag.Type.LOGIC && tag.body().matches("[~]?/.*")) {
                depth--;
            } else if (depth == 0 && roleTag.matches()) {
                beginMessage(roleTag.group(1), start, end);
            } else if (blockMark.isPresent()) {
                beginBlock(blockMark.get(), start, end, depth);
            }
        }
        int end = Math.max(textStart, hasFrontMatter ? endOfText() : file.length());
        endText(end);
        return new SourceBody(blocks, head + file.substring(end));
    }

    /// Where the text ends before what is only layout, or before the guard that keeps white space from being layout.
    private int endOfText() {
        String stripped = file.stripTrailing();
        return stripped.endsWith(BlocksWriter.END_GUARD)
                ? stripped.length() - BlocksWriter.END_GUARD.length()
                : stripped.length();
    }

    private List<Tag> tags(int bodyStart) {
        try {
            return Template.of(file.substring(bodyStart)).readableTags();
        } catch (InputException e) {
            throw placed(e, bodyStart);
        }
    }

    private void beginMessage(String word, int start, int end) {
        endText(start);
        role = Role.of(word).filter(Role::isMessage).orElseThrow(() -> at(start,
                "Unknown role \"" + word + "\": use system, user, model or tool"));
        startsMessage = true;
        hasRoleTag = true;
        mark = Optional.empty();
        textStart = afterLineBreak(end);
        head.append(file, start, textStart);
    }

    private void beginBlock(BlockMark found, int start, int end, int depth) {
        if (depth > 0) {
            throw at(start, "A block cannot begin inside {{#…}}: put the mark before or after it");
        }
        int from = lineStart(start);
        boolean isAlone = LAYOUT.matcher(file.substring(from, start)).matches() && isAtLineStart(from)
                && isRestOfLineBlank(file, end);
        int headStart = isAlone ? from : start;
        endText(headStart);
        mark = Optional.of(found);
        textStart = isAlone ? afterBlankRest(end) : file.startsWith(BlocksWriter.GUARD, end)
                ? end + BlocksWriter.GUARD.length()
                : end;
        head.append(file, headStart, textStart);
    }

    /// Where the line with the character at `at` begins, or the text that began on it.
    private int lineStart(int at) {
        int from = at;
        while (from > textStart && file.charAt(from - 1) != '\n') {
            from--;
        }
        return from;
    }

    private boolean isAtLineStart(int at) {
        return at == 0 || file.charAt(at - 1) == '\n' || file.charAt(at - 1) == '\r';
    }

    private static boolean isRestOfLineBlank(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private int afterBlankRest(int from) {
        int at = from;
        while (at < file.length() && (file.charAt(at) == ' ' || file.charAt(at) == '\t')) {
            at++;
        }
        return afterLineBreak(at);
    }

    private int afterLineBreak(int at) {
        if (file.startsWith("\r\n", at)) {
            return at + 2;
        }
        return at < file.length() && file.charAt(at) == '\n' ? at + 1 : at;
    }

    /// Ends the text that began at [#textStart]: a block, unless it is only layout before a mark or a role.
    private void endText(int end) {
        String raw = file.substring(textStart, end);
        boolean isLayout = mark.isEmpty() && startsMessage && NOTHING.matcher(raw).matches();
        if (isLayout) {
            head.append(raw);
        } else if (mark.isPresent()) {
            addMarked(mark.get(), raw);
        } else if (!raw.isEmpty()) {
            addUnmarked(raw);
        }
        textStart = end;
    }

    private void addMarked(BlockMark found, String raw) {
        String id = found.id().isEmpty() ? freeId(role.word()) : found.id();
        if (ids.contains(id)) {
            throw at(textStart, "Two blocks have the id \"" + id + "\": give one of them another");
        }
        add(new Block(id, found.role(role), found.kind(), !startsMessage, Text.of(normal(raw)), found.others(),
                partials), raw);
        mark = Optional.empty();
    }

    /// Text without a mark: a static block up to where variables begin, and a dynamic one from there on.
    private void addUnmarked(String raw) {
        int split = firstDynamic(raw);
        if (split > 0) {
            add(plainBlock(Kind.STATIC, raw.substring(0, split)), raw.substring(0, split));
        }
        if (split < raw.length()) {
            textStart += split;
            add(plainBlock(Kind.DYNAMIC, raw.substring(split)), raw.substring(split));
        }
    }

    private int firstDynamic(String raw) {
        Template template = Template.of(Text.of(raw), partials);
        int at = template.firstDynamicOffset();
        if (at == raw.length()) {
            return at;
        }
        int lineStart = raw.lastIndexOf('\n', at - 1) + 1;
        // Where the cut would let a tag be alone on its line that is not, or the other way round, the line stays whole.
        Optional<Tag> before = template.tags().stream().filter(tag -> tag.start() >= lineStart && tag.start() < at)
                .reduce((_, later) -> later);
        Optional<Tag> first = template.tags().stream().filter(tag -> tag.start() == at).findFirst();
        boolean isCutAfter = before.filter(TagForm::mayTakeLine)
                .filter(tag -> tag.end() <= at && raw.substring(tag.end(), at).isBlank()).isPresent();
        boolean isCutBefore = first.filter(TagForm::mayTakeLine)
                .filter(tag -> raw.substring(lineStart, at).isBlank() || isRestOfLineBlank(raw, tag.end())).isPresent();
        int from = raw.startsWith("{{~", at) ? raw.substring(0, at).stripTrailing().length() : at;
        return isCutAfter || isCutBefore ? Math.min(from, lineStart) : from;
    }

    private Block plainBlock(Kind kind, String raw) {
        return new Block(freeId(role.word()), role, kind, !startsMessage, Text.of(normal(raw)), Attributes.none(),
                partials);
    }

    private void add(Block block, String raw) {
        try {
            if (block.role().isMessage()) {
                List<Tag> tags = block.template().tags();
                engineTags += TemplateCheck.hasLogic(tags) ? tags.size() : 0;
                TemplateCheck.requireFew(engineTags, block.content(), tags);
                block.template().check();
            }
        } catch (InputException e) {
            throw placed(e, textStart);
        }
        ids.add(block.id());
        blocks.add(new SourceBlock(block, head.toString(), raw, hasRoleTag));
        head.setLength(0);
        startsMessage = false;
        hasRoleTag = false;
    }

    private String freeId(String base) {
        String id = base;
        int number = numbers.getOrDefault(base, 2);
        for (; ids.contains(id); number++) {
            id = base + "-" + number;
        }
        numbers.put(base, number);
        return id;
    }

    /// Line breaks in a prompt are `\n`: a checkout with other line ends must not change what is sent.
    private static String normal(String raw) {
        return raw.replace("\r\n", "\n");
    }

    private InputException at(int offset, String message) {
        return placed(new InputException(message, 1, 1), offset);
    }

    /// A fault in text that begins at `offset` of the file.
    private InputException placed(InputException e, int offset) {
        int line = (int) file.substring(0, offset).chars().filter(c -> c == '\n').count();
        int column = offset - (file.lastIndexOf('\n', offset - 1) + 1);
        return e.line() == 0
                ? new InputException(e.getMessage(), line + 1, column + 1)
                : e.shifted(line, column);
    }
}
