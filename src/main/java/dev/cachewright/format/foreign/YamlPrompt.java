package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.foreign.syntax.Tree;
import dev.cachewright.format.foreign.syntax.YamlTree;
import dev.cachewright.prompt.text.InputException;
import java.util.Optional;

/// What a text of YAML is: a list of messages, a configuration of promptfoo, a prompt of GitHub or of LangChain.
final class YamlPrompt {

    private YamlPrompt() {
    }

    /// Reads a prompt; nothing where the text is none of these and may be plain text.
    ///
    /// @param isNamedSo whether the file's name says that it is YAML
    /// @throws InputException with line and column where it is one that cannot be read, or other YAML that is named so
    static Optional<Recognized> read(String text, boolean isNamedSo, SideFiles files) {
        Tree tree;
        try {
            tree = YamlTree.of(text);
        } catch (InputException e) {
            if (isNamedSo) {
                throw e;
            }
            return Optional.empty();
        }
        Optional<Recognized> read = prompt(tree, files);
        if (read.isEmpty() && isNamedSo) {
            throw Refusals.of(Refusals.OTHER_YAML);
        }
        return read;
    }

    /// Reads a prompt in a file that may as well be a text which looks like one: each of its messages must be one.
    static Optional<Recognized> readSure(String text, SideFiles files) {
        return isSure(text) ? read(text, false, files) : Optional.empty();
    }

    private static boolean isSure(String text) {
        try {
            JsonNode root = YamlTree.of(text).root();
            JsonNode messages = root.isArray() ? root : root.path("messages");
            return messages.valueStream().allMatch(each -> each.path("role").isTextual() && each.has("content"));
        } catch (InputException _) {
            return false;
        }
    }

    private static Optional<Recognized> prompt(Tree tree, SideFiles files) {
        JsonNode root = tree.root();
        if (root.isArray() && root.path(0).has("role")) {
            return Optional.of(JsonPrompt.messages(tree, "YAML"));
        }
        if (PromptfooConfig.is(root)) {
            return Optional.of(PromptfooConfig.read(tree, files));
        }
        if (LangChainPrompt.is(root)) {
            return Optional.of(LangChainPrompt.read(tree));
        }
        return GitHubPrompt.is(root) || root.path("messages").path(0).has("role")
                ? Optional.of(GitHubPrompt.read(tree))
                : Optional.empty();
    }
}
