package dev.cachewright.format.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.template.Partials;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// A Dotprompt file: front matter, marked blocks, and every character that is neither.
///
/// Writing the prompt that was read gives the same characters; writing an edited one changes those of the edited
/// blocks and settings alone. Tools and the output schema are in files beside it, under `cachewright.tools` and
/// `cachewright.schema`; a schema may stand in the front matter as well, under `output`.
public final class PromptFile {

    /// Front matter keys that are ours.
    public static final String TOOLS = "cachewright.tools";
    public static final String SCHEMA = "cachewright.schema";
    public static final String VALUES = "cachewright.values";
    /// Dotprompt's own key of the output schema.
    private static final String OUTPUT = "output";
    private static final String API = "cachewright.api";

    private final String text;
    private final FrontMatter frontMatter;
    private final SourceBody body;
    private final Prompt prompt;
    private final Partials partials;

    private PromptFile(String text, FrontMatter frontMatter, SourceBody body, Prompt prompt, Partials partials) {
        this.text = text;
        this.frontMatter = frontMatter;
        this.body = body;
        this.prompt = prompt;
        this.partials = partials;
    }

    /// Reads the text of a file that puts in no partials.
    ///
    /// @throws InputException with line and column where it cannot be read
    public static PromptFile read(String text) {
        return read(text, Partials.none());
    }

    /// Reads a file's text.
    ///
    /// @param partials the texts that it can put in
    /// @throws InputException with line and column where it cannot be read
    public static PromptFile read(String text, Partials partials) {
        FrontMatter frontMatter = FrontMatter.read(text);
        SourceBody body = BlocksReader.read(text, frontMatter.length(), partials);
        Settings settings = SettingsReader.read(frontMatter);
        Map<String, Object> defaults = SettingsReader.defaults(frontMatter);
        return new PromptFile(text, frontMatter, body,
                new Prompt(body.blocks().stream().map(SourceBlock::block).toList(), settings, defaults), partials);
    }

    /// The text that a file is as a partial: without its front matter.
    public static String partial(String text) {
        int length = FrontMatter.read(text).length();
        String body = text.substring(length).replace("\r\n", "\n");
        return BlocksWriter.isTrimmed(text.substring(0, length)) ? body.strip() : body;
    }

    /// The partials that the body of a file puts in itself.
    public static SequencedSet<String> partialNames(String text) {
        return Partials.names(Text.of(text.substring(FrontMatter.read(text).length())));
    }

    /// The names of the files beside one that its front matter gives, before anything else of it is read.
    public static List<String> sidecars(String text) {
        FrontMatter frontMatter = FrontMatter.read(text);
        return Stream.of(TOOLS, SCHEMA, VALUES).map(frontMatter::textAt).filter(name -> !name.isEmpty()).toList();
    }

    /// The texts that the file can put in.
    public Partials partials() {
        return partials;
    }

    /// A file that holds nothing yet.
    public static PromptFile empty() {
        return read("");
    }

    /// The messages and settings of the file; blocks of its sidecar files are not among them.
    public Prompt messages() {
        return prompt;
    }

    /// The name of a file beside this one (`cachewright.tools`, `cachewright.schema`, `cachewright.values`); empty
    /// where the front matter names none.
    public String sidecar(String key) {
        return frontMatter.textAt(key);
    }

    /// The output schema that the front matter holds as JSON Schema; empty where it has none, or names a file instead.
    public Optional<String> outputSchema() {
        return ownSchema().filter(schema -> schema.isObject() || Picoschema.isType(schema.asText()))
                .map(schema -> new Picoschema().read(schema).toPrettyString());
    }

    /// The tools that the front matter defines, as a JSON array; empty where it defines none, or names a file instead.
    public Optional<String> ownTools() {
        return OwnTools.of(frontMatter).json().filter(_ -> frontMatter.textAt(TOOLS).isEmpty());
    }

    /// This file without its own output schema.
    public PromptFile withoutOutput() {
        return withFrontMatter(frontMatter.with(OUTPUT, "", lineEnd()));
    }

    /// This file without tools of its own.
    public PromptFile withoutOwnTools() {
        return withFrontMatter(OwnTools.of(frontMatter).removed(lineEnd()));
    }

    private PromptFile withFrontMatter(FrontMatter changed) {
        return read(changed.text() + guarded(text.substring(frontMatter.length()), changed.text()), partials);
    }

    /// What the front matter names and does not hold, so that it is neither counted nor sent: tools, schemas.
    public List<String> undefined() {
        var names = new ArrayList<String>();
        if (frontMatter.textAt(TOOLS).isEmpty()) {
            names.addAll(OwnTools.of(frontMatter).undefined());
        }
        var schema = new Picoschema();
        ownSchema().ifPresent(schema::read);
        names.addAll(schema.unknown());
        return names;
    }

    private Optional<JsonNode> ownSchema() {
        JsonNode schema = frontMatter.at(OUTPUT).path("schema");
        return schema.isContainerNode() || schema.isTextual()
                ? Optional.of(schema).filter(_ -> frontMatter.textAt(SCHEMA).isEmpty())
                : Optional.empty();
    }

    /// The block of the tools, whose file has no marks, with the breakpoint that the front matter puts after it.
    public Block withBreakpoint(Block tools) {
        return CacheEntry.withBreakpoint(tools, frontMatter);
    }

    /// What its team asks of its caching.
    ///
    /// @throws InputException with line and column of an unknown key or a value that is none
    public Budget budget() {
        return new GateEntries(frontMatter).budget();
    }

    /// The rules whose advice its team does not want.
    ///
    /// @throws InputException with line and column of what is no rule's name
    public List<String> ignoredRules() {
        return new GateEntries(frontMatter).ignored();
    }

    /// Where its blocks and settings stand in its text.
    public SourcePlaces places() {
        return new SourcePlaces(frontMatter, body);
    }

    /// This file with one of our front matter keys set, or removed where `value` is empty.
    public PromptFile with(String key, String value) {
        if (frontMatter.textAt(key).equals(value)) {
            return this;
        }
        FrontMatter changed = frontMatter.with(key, value.isEmpty() ? "" : SettingsWriter.scalar(value), lineEnd());
        return withFrontMatter(changed);
    }

    /// The body, where front matter that is new would make layout of the white space at its ends.
    private String guarded(String plain, String settings) {
        boolean isNew = BlocksWriter.isTrimmed(settings) && !BlocksWriter.isTrimmed(frontMatter.text());
        if (!isNew || plain.isBlank()) {
            return plain;
        }
        return (plain.equals(plain.stripLeading()) ? "" : BlocksWriter.END_GUARD) + plain
                + (plain.equals(plain.stripTrailing()) ? "" : BlocksWriter.END_GUARD);
    }

    /// The text of the file that holds `edited`.
    public String write(Prompt edited) {
        FrontMatter settings = writeSettings(edited);
        List<Block> messages = BlockBorders.writable(
                edited.blocks().stream().filter(block -> block.role().isMessage()).toList());
        String kept = settings.text() + new BlocksWriter(body, lineEnd(), settings.text()).write(messages);
        // Blocks without marks are distinguished by what surrounds them; where an edit has changed that, all get marks.
        return holds(kept, messages) ? kept
                : settings.text() + new BlocksWriter(body.withoutBlocks(), lineEnd(), settings.text())
                        .write(messages);
    }

    private boolean holds(String written, List<Block> messages) {
        try {
            return starts(read(written, partials).prompt.blocks()).equals(starts(messages));
        } catch (InputException _) {
            return false;
        }
    }

    /// The blocks, each joined only where that has a meaning.
    private static List<Block> starts(List<Block> blocks) {
        var plain = new ArrayList<Block>();
        for (Block block : blocks) {
            boolean joins = block.joined() && !plain.isEmpty() && plain.getLast().role() == block.role();
            plain.add(block.withJoined(joins));
        }
        return plain;
    }

    private FrontMatter writeSettings(Prompt editedPrompt) {
        Settings edited = editedPrompt.settings();
        Settings before = prompt.settings();
        FrontMatter result = frontMatter;
        if (!edited.model().equals(before.model())) {
            result = result.with("model", SettingsWriter.model(frontMatter.textAt("model"), edited.model()), lineEnd());
        }
        if (edited.api() != before.api()) {
            result = result.with(API, edited.api().word(), lineEnd());
        }
        result = CacheEntry.write(result, edited.cache(), editedPrompt.blocks(), lineEnd());
        if (!edited.config().equals(before.config())) {
            result = result.with(SettingsReader.CONFIG, SettingsWriter.map(edited.config()), lineEnd());
        }
        if (!edited.extra().equals(before.extra())) {
            result = result.with(SettingsReader.EXTRA, SettingsWriter.map(edited.extra()), lineEnd());
        }
        if (!editedPrompt.defaults().equals(prompt.defaults())) {
            result = result.with(SettingsReader.INPUT,
                    SettingsWriter.input(frontMatter.at(SettingsReader.INPUT), editedPrompt.defaults()), lineEnd());
        }
        return result;
    }

    /// The line end of most lines.
    private String lineEnd() {
        long breaks = text.chars().filter(c -> c == '\n').count();
        int windows = text.split("\r\n", -1).length - 1;
        return windows * 2 > breaks ? "\r\n" : "\n";
    }
}
