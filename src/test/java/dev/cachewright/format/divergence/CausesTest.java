package dev.cachewright.format.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.divergence.Cause;
import dev.cachewright.divergence.Explanation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each cause, and what looks like it and is not.
class CausesTest {

    private static final String CHAT = """
            {"model": "gpt-5.4", "messages": [{"role": "system", "content": "%s"}, {"role": "user", "content": "Hi"}]}""";
    private static final String TALK = "{\"model\": \"gpt-5.4\", \"messages\": [{\"role\": \"system\", \"content\": "
            + "\"Be kind\"}%s]}";
    private static final String TOOLS = "{\"model\": \"gpt-5.4\", \"tools\": [%s], \"input\": \"Hi\"}";
    private static final String FIND = "{\"type\":\"function\",\"name\":\"find\",\"parameters\":{\"type\":\"object\","
            + "\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"}}}}";
    private static final String SEND = "{\"type\":\"function\",\"name\":\"send\",\"parameters\":{\"type\":\"object\"}}";

    private static List<Cause> between(String earlier, String later) {
        return Explained.between(earlier, later).findings().causes();
    }

    private static List<Cause.Kind> kinds(String earlier, String later) {
        return between(earlier, later).stream().map(Cause::kind).toList();
    }

    private static String talk(String... texts) {
        var messages = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            messages.append(", {\"role\": \"").append(i % 2 == 0 ? "user" : "assistant").append("\", \"content\": \"")
                    .append(texts[i]).append("\"}");
        }
        return TALK.formatted(messages);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It is 2026-11-02 09:41:02 now  | It is 2026-11-02 09:42:40 now  | TIME
            On Monday, 23 November 2026    | On Tuesday, 24 November 2026   | TIME
            Nov 23, 2026 at 9:41 AM        | Nov 23, 2026 at 9:42 AM        | TIME
            Open on Monday                 | Open on Friday                 | TIME
            Sent 1763890862                | Sent 1763890960                | TIME
            Run 0b9f2c1e-6a3d-4a55-9d0b-1f2e3d4c5b6a | Run 7c9f2c1e-6a3d-4a55-9d0b-1f2e3d4c5b6a | ID
            commit 9fceb02d0ae598e9        | commit 1a2b3c4d5e6f7a8b        | ID
            Trace req_01HZX7              | Trace req_01HZY9               | ID
            Session 17 of the agent        | Session 18 of the agent        | ID
            ticket #1044                   | ticket #1045                   | ID
            x-billing: cch=12              | x-billing: cch=77              | ID
            Within 14 days                 | Within 30 days                 | TEXT_EDITED
            Be kind and brief              | Be kind and clear              | TEXT_EDITED
            A ratio of 3 to 4              | A ratio of 3 to 5              | TEXT_EDITED
            The deed of the facade         | The feed of the facade         | TEXT_EDITED
            Written by March               | Written by Anna                | TEXT_EDITED
            """)
    void whatChangesIsToldByItsForm(String before, String now, Cause.Kind kind) {
        assertThat(kinds(CHAT.formatted(before), CHAT.formatted(now))).containsExactly(kind);
    }

    @Test
    void aTimeThatIsTheSameIsNoCause() {
        assertThat(kinds(CHAT.formatted("2026-11-02 09:41, be kind"), CHAT.formatted("2026-11-02 09:41, be brief")))
                .containsExactly(Cause.Kind.TEXT_EDITED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one\\r\\ntwo       | one\\ntwo          | LINE_ENDS
            one  \\ntwo        | one\\ntwo          | LINE_ENDS
            one\\n             | one                | LINE_ENDS
            one two            | one  two           | TEXT_EDITED
            one\\n\\ntwo       | one\\ntwo          | TEXT_EDITED
            Caf\\u00e9         | Cafe\\u0301        | UNICODE_FORM
            \\ufeffHello       | Hello              | UNICODE_FORM
            a\\u00a0b          | a b                | UNICODE_FORM
            it\\u2019s         | it's               | UNICODE_FORM
            Caf\\u00e9         | Cafe               | TEXT_EDITED
            it\\u2019s         | its                | TEXT_EDITED
            """)
    void aFormIsProvenByNormalising(String before, String now, Cause.Kind kind) {
        assertThat(kinds(CHAT.formatted(before), CHAT.formatted(now))).containsExactly(kind);
    }

    @Test
    void equalToolsInAnotherOrderAreReordered() {
        assertThat(kinds(TOOLS.formatted(FIND + "," + SEND), TOOLS.formatted(SEND + "," + FIND)))
                .containsExactly(Cause.Kind.TOOLS_REORDERED);
    }

    @Test
    void toolsOfWhichOneAlsoChangedAreChanged() {
        String other = SEND.replace("object", "string");

        assertThat(between(TOOLS.formatted(FIND + "," + SEND), TOOLS.formatted(other + "," + FIND)))
                .containsExactly(new Cause(Cause.Kind.TOOLS_CHANGED, "send", "", ""));
    }

    @Test
    void equalTreesWithOtherKeysAreReordered() {
        String turned = FIND.replace("\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"}",
                "\"b\":{\"type\":\"string\"},\"a\":{\"type\":\"string\"}");

        assertThat(kinds(TOOLS.formatted(FIND), TOOLS.formatted(turned))).containsExactly(Cause.Kind.KEYS_REORDERED);
        assertThat(kinds(TOOLS.formatted(FIND), TOOLS.formatted(FIND.replace("\"b\"", "\"c\""))))
                .containsExactly(Cause.Kind.TOOLS_CHANGED);
    }

    @Test
    void aToolThatIsAddedIsNamed() {
        assertThat(between(TOOLS.formatted(FIND), TOOLS.formatted(FIND + "," + SEND)))
                .containsExactly(new Cause(Cause.Kind.TOOLS_CHANGED, "", "", "send"));
    }

    @Test
    void anotherSchemaIsASchemaThatChanged() {
        String body = "{\"model\":\"gpt-5.4\",\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"n\",\"schema\":"
                + "{\"type\":\"object\",\"title\":\"%s\"}}},\"input\":\"Hi\"}";

        assertThat(kinds(body.formatted("a"), body.formatted("b"))).containsExactly(Cause.Kind.SCHEMA_CHANGED);
        assertThat(kinds(body.formatted("a"), body.formatted("a"))).isEmpty();
    }

    @Test
    void aMessageOfTheHistoryThatChangedIsEdited() {
        assertThat(between(talk("One", "Two", "Three"), talk("One", "Too", "Three")))
                .containsExactly(new Cause(Cause.Kind.HISTORY_EDITED, "3", "", ""));
    }

    @Test
    void anotherLastQuestionIsNoHistory() {
        assertThat(kinds(talk("One", "Two", "Three"), talk("One", "Two", "Other"))).containsExactly(
                Cause.Kind.TEXT_EDITED);
    }

    @Test
    void aMissingMessageIsDropped() {
        assertThat(between(talk("One", "Two", "Three", "Four"), talk("One", "Four")))
                .doesNotContain(Cause.of(Cause.Kind.TEXT_EDITED)).first()
                .isEqualTo(new Cause(Cause.Kind.ITEM_DROPPED, "3", "2", ""));
    }

    @Test
    void aMessageThatIsPutInBetweenIsNotDropped() {
        assertThat(between(talk("One", "Two"), TALK.formatted(", {\"role\": \"user\", \"content\": \"New\"}"
                + ", {\"role\": \"user\", \"content\": \"One\"}, {\"role\": \"assistant\", \"content\": \"Two\"}")))
                .containsExactly(new Cause(Cause.Kind.ITEM_INSERTED, "2", "", "1"));
    }

    @Test
    void oneMessageForManyIsCompaction() {
        assertThat(kinds(talk("One", "Two", "Three", "Four", "Five", "Six"), talk("Summary of five", "Six")))
                .containsExactly(Cause.Kind.COMPACTED);
        assertThat(kinds(talk("One", "Two", "Three"), talk("Other", "Two", "Three"))).containsExactly(
                Cause.Kind.HISTORY_EDITED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "prompt_cache_key": "a"    | "prompt_cache_key": "b"     | CACHE_KEY_CHANGED
            "reasoning_effort": "low"  | "reasoning_effort": "high"  | SETTING_CHANGED
            "verbosity": "low"         | "verbosity": "high"         | SETTING_CHANGED
            "service_tier": "flex"     | "service_tier": "priority"  | SETTING_CHANGED
            "parallel_tool_calls": true | "parallel_tool_calls": false | SETTING_CHANGED
            """)
    void aSettingIsNamed(String before, String now, Cause.Kind kind) {
        String body = "{\"model\": \"gpt-5.4\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}], %s}";

        assertThat(between(body.formatted(before), body.formatted(now))).singleElement().satisfies(cause -> {
            assertThat(cause.kind()).isEqualTo(kind);
            assertThat(cause.name()).isEqualTo(before.split("\"")[1]);
        });
    }

    /// What OpenAI's rules say does not belong to the prefix.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "tool_choice": "none"         | "tool_choice": "auto"
            "metadata": {"a": "1"}        | "metadata": {"a": "2"}
            "temperature": 0.1            | "temperature": 0.9
            "service_tier": "auto"        | "service_tier": "default"
            """)
    void aSettingThatNoRuleNamesIsNone(String before, String now) {
        String body = "{\"model\": \"gpt-5.4\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}], %s}";

        assertThat(between(body.formatted(before), body.formatted(now))).isEmpty();
    }

    @Test
    void aBreakpointThatMovedIsNamedWhereItCostsSomething() {
        String text = "the reader returned the ledger at the bridge ".repeat(250);
        String mark = ", \"prompt_cache_breakpoint\": {\"mode\": \"explicit\"}";
        String body = "{\"model\": \"gpt-5.6-sol\", \"prompt_cache_options\": {\"mode\": \"explicit\"}, \"input\": [{"
                + "\"role\": \"developer\", \"content\": [{\"type\": \"input_text\", \"text\": \"" + text
                + "\"%s}]}, {\"role\": \"user\", \"content\": [{\"type\": \"input_text\", \"text\": \"Hi\"%s}]}]}";

        assertThat(kinds(body.formatted(mark, ""), body.formatted("", mark))).containsExactly(
                Cause.Kind.BREAKPOINT_MOVED);
        assertThat(kinds(body.formatted(mark, ""), body.formatted(mark, mark))).isEmpty();
    }

    /// Anthropic's invalidation table: pictures anywhere lose what is stored of the messages.
    @Test
    void aFirstPictureLosesTheMessagesAtAnthropic() {
        String text = "the reader returned the ledger at the bridge ".repeat(250);
        String body = "{\"model\": \"claude-sonnet-4-5\", \"max_tokens\": 9, \"system\": \"Be kind\", \"messages\": [{"
                + "\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"" + text + "\", "
                + "\"cache_control\": {\"type\": \"ephemeral\"}}]}%s]}";
        String picture = ", {\"role\": \"assistant\", \"content\": \"Yes\"}, {\"role\": \"user\", \"content\": [{\"type\":"
                + " \"image\", \"source\": {\"type\": \"url\", \"url\": \"https://a.example/b.png\"}}]}";
        String words = ", {\"role\": \"assistant\", \"content\": \"Yes\"}, {\"role\": \"user\", \"content\": \"More\"}";

        Explanation found = Explained.between(body.formatted(""), body.formatted(picture));

        assertThat(found.findings().causes()).containsExactly(new Cause(Cause.Kind.SETTING_CHANGED, "images", "",
                "images"));
        assertThat(found.figures().billedAgain()).isGreaterThan(2_000);
        assertThat(Explained.between(body.formatted(""), body.formatted(words)).relation())
                .isEqualTo(Explanation.Relation.GOES_ON);
    }

    @Test
    void anotherModeOfTheCacheIsASettingWhereItCostsSomething() {
        String text = "the reader returned the ledger at the bridge ".repeat(250);
        String body = "{\"model\": \"gpt-5.6-sol\", \"prompt_cache_options\": {\"mode\": \"%s\"}, \"input\": [{\"role\": "
                + "\"user\", \"content\": \"" + text + "\"}]}";

        assertThat(between(body.formatted("implicit"), body.formatted("explicit"))).containsExactly(new Cause(
                Cause.Kind.SETTING_CHANGED, "prompt_cache_options.mode", "implicit", "explicit"));
    }

    @Test
    void theModelComesBeforeAllElse() {
        String body = CHAT.formatted("It is 09:41");

        Explanation found = Explained.between(body, body.replace("gpt-5.4", "gpt-4o").replace("09:41", "09:42"));

        assertThat(found.findings().causes().stream().map(Cause::kind)).containsExactly(Cause.Kind.MODEL_CHANGED,
                Cause.Kind.TIME);
        assertThat(found.figures().common().tokens()).isZero();
    }
}
