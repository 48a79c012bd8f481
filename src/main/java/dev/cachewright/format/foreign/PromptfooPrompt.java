package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.foreign.syntax.Tree;
import dev.cachewright.format.foreign.syntax.YamlTree;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One prompt of a promptfoo configuration: a text, a list of messages as JSON or YAML, or a file with either.
final class PromptfooPrompt {

    private static final Pattern FILE = Pattern
            .compile("(?i)[^\\s{}]+\\.(json|ya?ml|txt|md|j2|csv|jsonl|py|js|mjs|ts)(:\\w+)?");
    private static final Pattern SEPARATOR = Pattern.compile("(?m)^---[ \\t]*\\r?$\\n?");

    private final Tree tree;
    private final SideFiles files;
    private final List<String> notes;

    PromptfooPrompt(Tree tree, SideFiles files, List<String> notes) {
        this.tree = tree;
        this.files = files;
        this.notes = notes;
    }

    /// The texts of a file that holds several, between lines of three dashes.
    static List<String> texts(String text) {
        return SEPARATOR.splitAsStream(text.replace("\r\n", "\n")).filter(each -> !each.isBlank()).toList();
    }

    /// Whether a text is a list of messages: JSON, or YAML.
    static Optional<Tree> messages(String text) {
        try {
            boolean isYaml = text.stripLeading().startsWith("- ");
            if (!isYaml && !RawJson.isArray(text)) {
                return Optional.empty();
            }
            Tree list = isYaml ? YamlTree.of(text) : Tree.ofJson(text);
            boolean isChat = list.root().isArray() && list.root().path(0).has("role");
            return isChat ? Optional.of(list) : Optional.empty();
        } catch (InputException _) {
            return Optional.empty();
        }
    }

    void addTo(ChatBody body, String path) {
        JsonNode prompt = tree.at(path);
        String given = prompt.isTextual() ? prompt.textValue()
                : prompt.has("raw") ? prompt.path("raw").asText("") : prompt.path("id").asText("");
        if (given.isBlank()) {
            throw tree.fault(path, "This prompt has no text and names no file");
        }
        boolean isFile = given.startsWith("file://") || !prompt.has("raw") && FILE.matcher(given.strip()).matches();
        if (isFile) {
            addFile(body, path, given.strip().replaceFirst("^file://", ""));
        } else {
            addText(body, path, given);
        }
    }

    private void addText(ChatBody body, String path, String text) {
        try {
            Optional<Tree> messages = messages(text);
            if (messages.isPresent()) {
                body.addAll(messages.get(), "");
            } else {
                body.add("user", text);
            }
        } catch (InputException e) {
            throw tree.fault(path, e);
        }
    }

    private void addFile(ChatBody body, String path, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.contains("*") || lower.matches(".*\\.(py|js|mjs|ts|csv|jsonl)(:\\w+)?")) {
            throw tree.fault(path, "The prompt in " + name + " cannot be read: name one file with text, or with "
                    + "messages as JSON or YAML");
        }
        String text = files.read(name);
        try {
            add(body, name, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (InputException e) {
            throw tree.fault(path, "In " + name + (e.line() == 0 ? "" : ", line " + e.line()) + ": " + e.getMessage());
        }
    }

    private void add(ChatBody body, String name, String text) {
        boolean isList = name.matches("(?i).*\\.(json|ya?ml)");
        Optional<Tree> messages = messages(text);
        if (messages.isPresent()) {
            body.addAll(messages.get(), "");
        } else if (isList) {
            throw Refusals.of("This is no list of messages, each with \"role\" and \"content\"");
        } else {
            List<String> texts = name.endsWith(".txt") ? texts(text) : List.of(text);
            if (texts.isEmpty()) {
                throw Refusals.of("The file is empty");
            }
            body.add("user", texts.getFirst().strip());
            if (texts.size() > 1) {
                notes.add(
                        name + " holds " + texts.size() + " prompts between lines of three dashes: this is the first.");
            }
        }
    }
}
