package dev.cachewright.gate;

import dev.cachewright.advice.Spot;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.file.SourcePlaces;
import dev.cachewright.format.json.JsonPlaces;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Template;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.store.PromptDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds the places of spots in the files of a prompt, as these are on disk.
final class Places {

    private static final String MARK = "\uFEFF";

    private final Path file;
    private final PromptDocument document;
    private final String text;
    private final SourcePlaces source;
    /// Of a request body: where its blocks are.
    private final Map<String, String> pointers;

    /// @param file that was opened
    /// @param isBody whether it is a request body
    Places(Path file, PromptDocument document, boolean isBody) {
        this.file = file;
        this.document = document;
        this.text = document.textOf(file).orElse("");
        this.source = document.source().places();
        this.pointers = isBody ? RequestBodyReader.pointers(plain()) : Map.of();
    }

    /// Where the front matter asks for a budget; the beginning of the file where an option does.
    Region ofBudget(String key) {
        return document.path().isPresent() ? at(source.ofSetting(List.of(SourcePlaces.BUDGET, key)), 0)
                : Region.startOf(file);
    }

    Region of(Spot spot) {
        if (!spot.field().isEmpty()) {
            return ofSetting(spot.field());
        }
        return document.opened().block(spot.blockId()).map(block -> ofBlock(block, spot))
                .orElseGet(() -> Region.startOf(file));
    }

    private Region ofSetting(String field) {
        if (document.path().isPresent()) {
            return at(source.ofSetting(SettingKeys.inFrontMatter(field)), 0);
        }
        return pointers.isEmpty() ? Region.startOf(file) : inJson(SettingKeys.inBody(field, plain()), 0, 0);
    }

    private Region ofBlock(Block block, Spot spot) {
        if (document.path().isEmpty()) {
            return Optional.ofNullable(pointers.get(block.id())).flatMap(pointer -> inBody(pointer, block, spot))
                    .orElseGet(() -> ofText(spot));
        }
        OptionalInt start = source.ofBlock(block.id(), spot.start());
        if (start.isPresent()) {
            int end = source.ofBlock(block.id(), spot.end()).orElse(start.getAsInt());
            return at(start.getAsInt(), end - start.getAsInt());
        }
        return document.sidecar(block.role()).flatMap(beside -> document.textOf(beside)
                .map(content -> besides(beside, content, spot)))
                .orElseGet(() -> at(source.ofSetting(holder(block.role())), 0));
    }

    private static Region besides(Path beside, String content, Spot spot) {
        int mark = content.startsWith(MARK) ? 1 : 0;
        return Region.of(beside, content, spot.start() + mark, spot.end() + mark);
    }

    /// The front matter key that holds tools or schema itself.
    private List<String> holder(Role role) {
        List<String> names = role == Role.TOOLS ? List.of("toolDefs", "tools") : List.of("output");
        return source.holder(names).map(List::of).orElse(List.of());
    }

    /// Empty where the JSON there is not what the block holds: it was made of it.
    private Optional<Region> inBody(String pointer, Block block, Spot spot) {
        Optional<String> there = JsonPlaces.raw(plain(), pointer);
        Optional<String> held = there.map(raw -> RawJson.text(raw).orElse(raw));
        if (held.isEmpty()) {
            return Optional.empty();
        }
        String content = block.text();
        boolean isTemplate = block.role().isMessage();
        if (!(isTemplate ? Template.escape(held.get()) : held.get()).equals(content)) {
            return Optional.of(inJson(pointer, 0, 0));
        }
        int start = isTemplate ? unescaped(held.get(), spot.start()) : spot.start();
        int end = isTemplate ? unescaped(held.get(), spot.end()) : spot.end();
        return Optional.of(inJson(pointer, start, end));
    }

    /// How much of a text comes to so many characters of the template that stands for it.
    private static int unescaped(String plain, int offset) {
        if (!plain.contains("{{")) {
            return offset;
        }
        int low = 0;
        int high = plain.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Template.escape(plain.substring(0, middle)).length() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Region inJson(String pointer, int start, int end) {
        String json = plain();
        boolean isString = JsonPlaces.raw(json, pointer).filter(raw -> raw.startsWith("\"")).isPresent();
        int first = JsonPlaces.offsetOf(json, pointer, 0);
        int from = isString ? JsonPlaces.offsetOf(json, pointer, start) : first + start;
        int to = isString ? JsonPlaces.offsetOf(json, pointer, end) : first + end;
        return at(from + text.length() - json.length(), to - from);
    }

    /// In a form of another program, the text itself where it stands there once.
    private Region ofText(Spot spot) {
        int found = spot.text().isEmpty() ? -1 : text.indexOf(spot.text());
        boolean isOnce = found >= 0 && text.indexOf(spot.text(), found + 1) < 0;
        return isOnce ? at(found, spot.text().length()) : Region.startOf(file);
    }

    private Region at(int offset, int length) {
        return Region.of(file, text, offset, offset + length);
    }

    private String plain() {
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    /// A fault in a block with its place in the file.
    static InputException placed(InputException fault, Path file, PromptDocument document) {
        OptionalInt start = fault.blockId().isEmpty() ? OptionalInt.empty()
                : document.source().places().ofBlock(fault.blockId(), 0);
        if (start.isEmpty()) {
            return fault;
        }
        Region of = Region.of(file, document.textOf(file).orElse(""), start.getAsInt(), start.getAsInt());
        return fault.line() == 0 ? new InputException(fault.getMessage(), of.line(), of.column())
                : fault.shifted(of.line() - 1, of.column() - 1);
    }

    /// The fault in a file as a problem of a check.
    static Report.Problem problem(Path file, InputException fault) {
        return new Report.Problem(new Region(file, Math.max(1, fault.line()), Math.max(1, fault.column()), Math.max(1,
                fault.line()), Math.max(1, fault.column())), fault.line() > 0, fault.getMessage());
    }
}
