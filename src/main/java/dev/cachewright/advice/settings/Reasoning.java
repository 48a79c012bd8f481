package dev.cachewright.advice.settings;

import dev.cachewright.advice.AdviceRule;
import dev.cachewright.advice.Candidate;
import dev.cachewright.advice.Candidate.Worth;
import dev.cachewright.advice.Confidence;
import dev.cachewright.advice.Fix;
import dev.cachewright.advice.Rule;
import dev.cachewright.advice.Severity;
import dev.cachewright.advice.Spot;
import dev.cachewright.advice.Subject;
import dev.cachewright.advice.Telling;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/// Reasoning that a later turn does not hand back (L18): Chat Completions drops it between turns, and Responses does so
/// where nothing is stored and its encrypted form is not asked for.
public final class Reasoning implements AdviceRule {

    private static final Pattern MODEL = Pattern.compile("(?:o[1345]|gpt-[5-9])(?:[.-].*)?");
    private static final String INCLUDE = "include";
    private static final String ENCRYPTED = "reasoning.encrypted_content";

    @Override
    public List<Candidate> find(Subject subject) {
        Prompt prompt = subject.prompt();
        Settings settings = prompt.settings();
        boolean hasTurns = prompt.blocks().stream().anyMatch(block -> block.role() == Role.ASSISTANT);
        if (!hasTurns || !MODEL.matcher(settings.model()).matches()) {
            return List.of();
        }
        if (settings.api() == Api.CHAT) {
            // What is JSON of the one form cannot be sent in the other.
            boolean isPlain = prompt.blocks().stream().noneMatch(block -> block.form() == Form.ITEM);
            return List.of(candidate("chat-reasoning", "cachewright.api", settings.api().word(), isPlain
                    ? List.of(Fix.useApi(Api.RESPONSES))
                    : List.of()));
        }
        boolean isLost = settings.api() == Api.RESPONSES && "false".equals(settings.extra().get("store"))
                && !settings.extra().getOrDefault(INCLUDE, "").contains(ENCRYPTED);
        return isLost ? List.of(candidate("lost-reasoning", "extra." + INCLUDE, "",
                List.of(new Fix("include", ENCRYPTED, Reasoning::included)))) : List.of();
    }

    private static Candidate candidate(String key, String field, String value, List<Fix> fixes) {
        return new Candidate(Rule.L18, key.equals("chat-reasoning") ? Severity.INFO : Severity.WARNING,
                Confidence.LIKELY, Spot.setting(field, value), Telling.of(key), Worth.SAFE, fixes);
    }

    private static Prompt included(Prompt prompt) {
        var extra = new LinkedHashMap<>(prompt.settings().extra());
        String before = extra.getOrDefault(INCLUDE, "[]").strip();
        String list = before.startsWith("[") && before.endsWith("]")
                ? before.substring(1, before.length() - 1).strip() : "";
        extra.put(INCLUDE, "[" + list + (list.isEmpty() ? "" : ", ") + "\"" + ENCRYPTED + "\"]");
        return prompt.withSettings(prompt.settings().withExtra(extra));
    }
}
