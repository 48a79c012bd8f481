package dev.cachewright.cli;

import java.util.List;
import java.util.Random;

/// Changes texts at random, as accidents and attackers do.
final class Mutations {

    private static final List<String> ODD = List.of("{{", "}}", "{{#if a}}", "{{/if}}", "{{#each a}}", "{{else}}",
            "{{! }}",
            "{{{", "\\{{", "\\\\{{", "{{role \"user\"}}", "{{role a}}", "{{> a}}", "{{log a}}", "{{lookup . \"x\"}}",
            "{{! @block id=b kind=static break=true ttl=1h }}", "---\n", "\n---\n", "\r\n", "\n\n\n", "\t", "\0",
            "\uFEFF", "\uFDD0", "\uFDD2", "\uFDD3", "\uD800", "\u2028", "\u001B[2J", "é", "🙂", "\"", "'", "\\", "#",
            ":", ": ", "- ", "&a ", "*a", "!!binary ", "|", ">", "%", ",", "[", "]", "{", "}", "[[[[", "null", "true",
            "-1", "0", "1e999", "-1e-999", "18446744073709551716", "99999999999999999999999", "0x10", "NaN", "\\u0000",
            "\\ufdd2", "\\ud800", "\\x", "$ref", "cachewright.values: v.csv\n", "cachewright.tools: t.json\n",
            "cachewright.cache: {mode: explicit, ttl: 30m}\n", "input:\n  default:\n    a: [1, {b: 2}]\n",
            "model: claude-sonnet-4-5\n", "model: gpt-5.6\n", "\"tools\":[{}],", "\"input\":[],", "\"messages\":[],",
            "\"usage\":{\"prompt_tokens\":-1},", "\"at\":1e300,", "\"tool_calls\":[{}],", "\"content\":null,",
            "\"type\":\"function_call\",", "\"type\":\"reasoning\",", "\"role\":7,", "\"cache_control\":{},");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /// The text after one to eight changes.
    String of(String text) {
        var changed = new StringBuilder(text);
        for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
            change(changed);
        }
        return changed.toString();
    }

    private void change(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(1 + random.nextInt(60)));
        switch (random.nextInt(6)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, text.substring(at, end));
            case 2 -> text.replace(at, end, odd());
            case 3 -> text.insert(at, odd().repeat(1 + random.nextInt(1 + random.nextInt(400))));
            case 4 -> text.setLength(at);
            default -> text.insert(at, odd());
        }
    }

    private String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }
}
