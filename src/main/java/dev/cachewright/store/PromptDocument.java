package dev.cachewright.store;

import dev.cachewright.format.file.PromptFile;
import dev.cachewright.format.file.ValuesReader;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.template.Partials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An opened prompt: its file, the files beside it, and what they held.
///
/// @param path empty for a prompt that has no file yet: a new one, a sample, an imported request body
/// @param name what people see
/// @param opened all blocks as they were opened, those of sidecar files included; edits are made elsewhere
/// @param read the bytes that each file held when it was read or written last; of a document without a file, those
/// that go beside it, by their names
/// @param notes what the file was taken for and what of it was left out, a sentence each, for people
/// @param origin the file of another form that it was made from, such as a request body; it is not written to unasked
public record PromptDocument(Optional<Path> path, String name, PromptFile source, Prompt opened, Values values,
        Map<Path, byte[]> read, List<String> notes, Optional<Path> origin) {

    private static final String SUFFIX = ".prompt";

    public PromptDocument {
        notes = List.copyOf(notes);
    }

    /// A document of which there is nothing to say.
    public PromptDocument(Optional<Path> path, String name, PromptFile source, Prompt opened, Values values,
            Map<Path, byte[]> read) {
        this(path, name, source, opened, values, read, List.of(), Optional.empty());
    }

    /// This document with what is to be said of it, a sentence each.
    public PromptDocument withNotes(List<String> said) {
        return new PromptDocument(path, name, source, opened, values, read, said, origin);
    }

    /// This document as made from the file of another form, which holds these bytes.
    PromptDocument withOrigin(Path file, byte[] bytes) {
        PromptDocument made = withBytes(file, bytes);
        return new PromptDocument(path, name, source, opened, values, made.read, notes, Optional.of(file));
    }

    /// This document where a file holds these bytes now.
    PromptDocument withBytes(Path file, byte[] bytes) {
        Map<Path, byte[]> now = new LinkedHashMap<>(read);
        now.put(file, bytes);
        return new PromptDocument(path, name, source, opened, values, now, notes, origin);
    }

    /// The file that was opened: its own, or the one that it was made from.
    public Optional<Path> place() {
        return path.or(() -> origin);
    }

    /// The text of a file as it was read, a byte order mark included; empty where the document does not have it.
    public Optional<String> textOf(Path file) {
        return Optional.ofNullable(read.get(file)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /// The file beside it that holds the block of a role; empty where the front matter names none.
    public Optional<Path> sidecar(Role role) {
        return Optional.of(source.sidecar(sidecarKey(role))).filter(name -> !name.isEmpty() && !role.isMessage())
                .map(this::beside);
    }

    /// This document with another data set, which its front matter names once it is saved.
    public PromptDocument withValues(Values data) {
        return new PromptDocument(path, name, source.with(PromptFile.VALUES, data.name()), opened, data, read, notes,
                origin);
    }

    /// This document without its file: what goes beside it is known by its names from now on.
    PromptDocument withoutFile(String newName, PromptFile newSource, Prompt shown) {
        Map<Path, byte[]> byName = new LinkedHashMap<>();
        read.forEach((file, bytes) -> byName.put(file.getFileName(), bytes));
        return new PromptDocument(Optional.empty(), newName, newSource, shown, values, byName);
    }

    /// A document that has no file.
    public static PromptDocument untitled(String name, PromptFile source, Prompt prompt, Values values) {
        return new PromptDocument(Optional.empty(), name, source, prompt, values, Map.of());
    }

    /// A document that has no file, and rows that go beside it once it has one.
    ///
    /// @param rows JSON Lines; empty where there are none
    static PromptDocument untitled(String name, Prompt prompt, String rows) {
        PromptDocument made = untitled(name, PromptFile.empty(), prompt, Values.none());
        return rows.isEmpty() ? made : made.withRows(rows);
    }

    /// This document with rows of values that go beside it once it has a file.
    ///
    /// @param rows JSON Lines
    public PromptDocument withRows(String rows) {
        String data = stem(name) + ".rows.jsonl";
        Map<Path, byte[]> files = new LinkedHashMap<>(read);
        files.put(beside(data), rows.getBytes(StandardCharsets.UTF_8));
        return new PromptDocument(path, name, source.with(PromptFile.VALUES, data), opened,
                ValuesReader.read(data, rows), files, notes, origin);
    }

    /// The file of its data set, as its bytes are kept; empty where the front matter names none.
    Optional<Path> valuesFile() {
        return Optional.of(source.sidecar(PromptFile.VALUES)).filter(data -> !data.isEmpty()).map(this::beside);
    }

    /// The names of the files beside it that no edit in the window writes: the data set and the partials.
    List<String> besides() {
        return Stream.concat(Stream.of(source.sidecar(PromptFile.VALUES)).filter(data -> !data.isEmpty()),
                source.partials().names().stream().map(Partials::fileName)).toList();
    }

    /// A file beside it by its name, as its bytes are kept.
    Path beside(String name) {
        return path.map(file -> file.resolveSibling(name)).orElseGet(() -> Path.of(name));
    }

    /// The front matter key of the sidecar file that holds blocks of a role.
    static String sidecarKey(Role role) {
        return role == Role.TOOLS ? PromptFile.TOOLS : PromptFile.SCHEMA;
    }

    /// The name that a new sidecar file gets beside `file`.
    static String sidecarName(Path file, Role role) {
        return stem(file.getFileName().toString()) + "." + role.word() + ".json";
    }

    private static String stem(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
