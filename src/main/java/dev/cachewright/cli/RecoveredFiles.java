package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.format.family.FamilyPrompt;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.format.recover.FamilyCalls;
import dev.cachewright.format.recover.LeftOut;
import dev.cachewright.format.recover.RecoveredPrompt;
import dev.cachewright.format.recover.Recovery;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Segment;
import dev.cachewright.prompt.Values;
import dev.cachewright.store.DiskWords;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.token.Tokenizers;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.words.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Recovered prompts as the files that they become.
final class RecoveredFiles {

    /// Rows whose tokens are counted, for their mean.
    private static final int COUNTED = 20;

    private final Path folder;
    private final Tokenizer tokenizer;
    private final List<Named> prompts = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();

    RecoveredFiles(Path folder, Tokenizers tokenizers) {
        this.folder = folder;
        this.tokenizer = tokenizers.of(Encoding.O200K_BASE);
    }

    /// A prompt with the name of its file, without its ending, and the mean of its tokens a call.
    private record Named(String name, int family, RecoveredPrompt recovered, long tokens, long staticTokens) {

        int variables() {
            return recovered.variables().size();
        }

        String line() {
            return name + ".prompt: " + Numbers.count(recovered.calls()) + " calls, " + variables() + (variables() == 1
                    ? " variable, "
                    : " variables, ") + Numbers.count(staticTokens) + " static tokens of " + Numbers.count(tokens)
                    + ", all exact";
        }
    }

    /// Calls of a family that no file has.
    record Left(int family, String reason, long count, String first) {

        String words() {
            return Numbers.count(count) + (count == 1 ? " call" : " calls") + " of family " + family + " left out, "
                    + reason + (first.isEmpty() ? "" : ", the first at " + first);
        }
    }

    void add(FamilyCalls calls, Recovery recovery) {
        recovery.prompts().forEach(prompt -> prompts.add(named(calls, prompt)));
        for (LeftOut out : recovery.leftOut()) {
            left.add(new Left(calls.id(), out.reason(), out.count(), out.first()));
        }
        if (calls.more() > 0) {
            left.add(new Left(calls.id(), "that are more than are taken at once", calls.more(), ""));
        }
    }

    boolean isEmpty() {
        return prompts.isEmpty();
    }

    List<Left> leftOut() {
        return List.copyOf(left);
    }

    List<String> lines() {
        return prompts.stream().map(Named::line).toList();
    }

    List<String> notes() {
        return prompts.stream().flatMap(named -> named.recovered().notes().stream().map(note -> named.name()
                + ".prompt: " + note)).toList();
    }

    void json(ArrayNode into) {
        for (Named named : prompts) {
            ObjectNode prompt = into.addObject().put("file", named.name() + ".prompt").put("family", named.family())
                    .put("calls", named.recovered().calls());
            named.recovered().variables().forEach(prompt.putArray("variables")::add);
            prompt.put("staticTokens", named.staticTokens()).put("tokens", named.tokens());
            named.recovered().notes().forEach(prompt.putArray("notes")::add);
        }
    }

    /// Writes all files, or none where one is there already.
    void write(boolean isForced) {
        if (!isForced) {
            prompts.stream().flatMap(named -> files(named.name())).filter(Files::exists).findFirst().ifPresent(file -> {
                throw new CliProblem(file + ": this file is there already: give --force to write over it, or another "
                        + "folder");
            });
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CliProblem(folder + ": The folder cannot be made: " + DiskWords.of(e));
        }
        prompts.forEach(this::write);
    }

    private Stream<Path> files(String name) {
        return Stream.of(".prompt", ".rows.jsonl", ".tools.json", ".schema.json").map(end -> folder.resolve(name
                + end));
    }

    private void write(Named named) {
        var documents = new PromptDocuments();
        String file = named.name() + ".prompt";
        String rows = named.recovered().rows();
        // The rows first: a prompt that names them is never without.
        documents.export(folder.resolve(named.name() + ".rows.jsonl"), rows);
        PromptDocument document = PromptDocument.untitled(file, PromptFile.empty(), named.recovered().prompt(),
                Values.none()).withRows(rows);
        documents.save(document, named.recovered().prompt(), folder.resolve(file));
    }

    private Named named(FamilyCalls calls, RecoveredPrompt prompt) {
        String stem = FamilyPrompt.name(calls, prompt);
        String name = stem;
        for (int i = 2; isTaken(name); i++) {
            name = stem + "-" + i;
        }
        return counted(name, calls.id(), prompt);
    }

    private Named counted(String name, int family, RecoveredPrompt prompt) {
        long all = 0;
        long fixed = 0;
        List<?> rows = prompt.values().rows();
        int step = Math.max(1, rows.size() / COUNTED);
        int counted = 0;
        for (int i = 0; i < rows.size(); i += step) {
            counted++;
            for (Message message : Renderer.render(prompt.prompt(), prompt.values().row(i)).messages()) {
                for (Segment segment : message.segments()) {
                    int tokens = tokenizer.encode(segment.text()).size();
                    all += tokens;
                    fixed += segment.isValue() ? 0 : tokens;
                }
            }
        }
        return new Named(name, family, prompt, all / counted, fixed / counted);
    }

    private boolean isTaken(String name) {
        return prompts.stream().anyMatch(named -> named.name().equals(name));
    }
}
