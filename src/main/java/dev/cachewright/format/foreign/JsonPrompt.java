package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.foreign.syntax.Dialect;
import dev.cachewright.format.foreign.syntax.Tree;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a text of JSON is. An object is tried in this order: an archive, a prompt of LangChain, a recorded call, what is
/// refused, a prompt of Langfuse, GitHub, OpenAI's dashboard or promptfoo, messages of the Vercel AI SDK, a request body.
final class JsonPrompt {

    private static final String BRACES = "Braces in a request body are text: {{ }} in its messages is no variable.";

    private static final List<String> OF_DASHBOARD = List.of("id", "object", "version", "model", "parameters", "tools",
            "instructions", "messages", "input", "name", "created_at");

    private JsonPrompt() {
    }

    /// @throws InputException with line and column where it is none that can be read
    static Recognized object(String text, SideFiles files) {
        JsonText json = JsonText.of(text);
        if (HarFile.is(json)) {
            return HarFile.read(json);
        }
        if (json.has("lc") && json.has("id") || json.has("_type") && LangChainPrompt.is(RawJson.tree(text))) {
            return LangChainPrompt.read(Tree.ofJson(text));
        }
        Optional<Recognized> call = LoggedCall.read(json);
        if (call.isPresent()) {
            return call.get();
        }
        RefusedJson.require(json);
        return prompt(text, json, files);
    }

    private static Recognized prompt(String text, JsonText json, SideFiles files) {
        if (json.has("prompt") && LangfusePrompt.is(json.at("prompt").isObject() ? json.at("prompt") : RawJson.tree(
                text))) {
            return LangfusePrompt.read(Tree.ofJson(text), json.isObject("prompt") ? "/prompt" : "");
        }
        if (json.hasAny("prompts") && PromptfooConfig.is(RawJson.tree(text))) {
            return PromptfooConfig.read(Tree.ofJson(text), files);
        }
        if (json.isArray("messages") && json.hasAny("testData", "modelParameters", "evaluators")) {
            return GitHubPrompt.read(Tree.ofJson(text));
        }
        if (json.text("id").startsWith("pmpt_") || json.text("object").equals("prompt")) {
            return dashboard(Tree.ofJson(text));
        }
        if (json.isArray("messages") && SdkMessages.is(json.raw("messages"))) {
            return SdkMessages.read(Tree.ofJson(text), "/messages");
        }
        return body(json);
    }

    private static Recognized body(JsonText json) {
        if (json.isObject("prompt") && json.at("prompt").path("id").isTextual()) {
            return stored(json);
        }
        if (!json.hasAny("messages", "input")) {
            throw Refusals.of(Refusals.OTHER_JSON);
        }
        boolean hasBraces = !json.has("model") && json.raw("messages").contains("{{");
        return new Recognized.Body(hasBraces ? List.of(BRACES) : List.of());
    }

    /// A request that names a prompt which is stored at OpenAI; it may have no input of its own.
    private static Recognized stored(JsonText json) {
        String note = "The prompt " + json.at("prompt").path("id").asText()
                + " is stored at OpenAI, which adds its text: what is counted here is the least.";
        if (json.hasAny("input", "messages")) {
            return new Recognized.Body(List.of(note));
        }
        Prompt prompt = RequestBodyReader.read(json.text(), Api.RESPONSES);
        List<Block> blocks = prompt.blocks().isEmpty()
                ? List.of(Block.of("user", Role.USER, Kind.DYNAMIC, ""))
                : prompt.blocks();
        return new Recognized.Foreign(prompt.withBlocks(blocks), "",
                List.of(note, "The request has no input: an empty message stands for it."));
    }

    /// The content of a prompt of OpenAI's dashboard: messages with `{{name}}`.
    private static Recognized dashboard(Tree tree) {
        JsonNode root = tree.root();
        var options = Options.of(root.path("model").asText(""), root.path("parameters"));
        var body = new ChatBody(Dialect.NAMES, options);
        body.put("tools", root.path("tools"));
        body.addSystem(tree, "/instructions");
        List<String> lists = List.of("instructions", "messages", "input").stream().filter(name -> root.path(name)
                .isArray()).toList();
        if (lists.isEmpty() && !root.path("instructions").isTextual()) {
            throw tree.fault("", "This prompt object holds no messages: copy them out of the dashboard with it");
        }
        lists.forEach(list -> body.addAll(tree, "/" + list));
        var left = new ArrayList<>(options.others());
        root.fieldNames().forEachRemaining(name -> {
            if (!OF_DASHBOARD.contains(name)) {
                left.add(name);
            }
        });
        var notes = new ArrayList<String>();
        notes.add("Taken from a prompt of OpenAI's dashboard; its id and version are left out.");
        if (!left.isEmpty()) {
            notes.add("Left out: " + Few.list(left) + ".");
        }
        return new Recognized.Foreign(body.prompt(), "", notes);
    }

    /// @throws InputException with line and column where it is none that can be read
    static Recognized array(String text) {
        Tree tree = Tree.ofJson(text);
        JsonNode first = tree.root().path(0);
        if (first.has("role") && SdkMessages.is(text)) {
            return SdkMessages.read(tree, "");
        }
        if (first.has("role") || first.path("type").asText("").matches("message|function_call.*|reasoning")) {
            return messages(tree, "JSON");
        }
        if (LangfusePrompt.is(first)) {
            return LangfusePrompt.read(tree, "/0");
        }
        if (first.path("lc").isNumber()) {
            throw tree.fault("/0", "These are messages that LangChain serialised: write each as \"role\" and "
                    + "\"content\", or serialise the prompt itself");
        }
        boolean isLog = first.isObject() && List.of("request", "request_body", "body", "params", "messages", "input",
                "usage", "response", "traceId").stream().anyMatch(first::has);
        if (isLog && tree.root().size() == 1) {
            return object(RawJson.elements(text).getFirst(), SideFiles.none());
        }
        if (first.isObject()) {
            RefusedJson.require(JsonText.of(RawJson.elements(text).getFirst()));
        }
        throw isLog ? Refusals.of(Refusals.CALLS, tree.root().size()) : Refusals.of(Refusals.OTHER_LIST);
    }

    /// A list of messages, without a model.
    ///
    /// @param language in which it is written
    static Recognized messages(Tree tree, String language) {
        var body = new ChatBody(Dialect.NAMES, Options.none());
        body.addAll(tree, "");
        Prompt prompt = body.prompt();
        return new Recognized.Foreign(prompt, "", List.of("Taken as a list of messages in " + language
                + ", without a model" + (body.hasTags() ? "; {{name}} in it is a variable." : ".")));
    }
}
