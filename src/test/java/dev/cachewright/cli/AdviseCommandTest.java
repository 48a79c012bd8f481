package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviseCommandTest {

    private static final String POLICY = IntStream.rangeClosed(1, 60).mapToObj(i -> "Rule " + i
            + ": items of group " + i * 7 + " may be returned unworn, with their tags, to any shop of the house.")
            .collect(Collectors.joining("\n"));

    @TempDir
    private Path folder;

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String body(String name, String system) throws IOException {
        return write(name, """
                {"model": "gpt-5.4", "prompt_cache_key": "shop", "messages": [
                  {"role": "system", "content": "%s"}, {"role": "user", "content": "Where is it?"}]}"""
                .formatted(system.replace("\n", "\\n")));
    }

    /// The customer before the policy, with a row for each of three customers.
    private String disordered(String model, String mark) throws IOException {
        write("rows.jsonl", """
                {"customer":"Ada","question":"Why?"}
                {"customer":"Ben","question":"When?"}
                {"customer":"Cleo","question":"Who?"}
                """);
        return write("shop.prompt", """
                ---
                model: %s
                cachewright.values: rows.jsonl
                ---
                {{role "system"}}
                {{! @block id=customer kind=dynamic%s }}
                The customer is {{customer}}.

                {{! @block id=policy kind=static }}
                %s

                {{role "user"}}
                {{! @block id=question kind=dynamic }}
                {{question}}
                """.formatted(model, mark, POLICY));
    }

    @Test
    void aClockOnLine1IsSaidWithItsPlaceAndWhatTheEditBrings() throws IOException {
        String file = body("bot.json", "Current time: 2026-11-28T07:55:12Z.\n" + POLICY);

        JsonNode json = CliRun.of("advise", file, "--json").json();
        JsonNode first = json.at("/advice/0");

        assertThat(json.get("model").asText()).isEqualTo("gpt-5.4");
        assertThat(first.get("rule").asText()).isEqualTo("L01");
        assertThat(first.get("severity").asText()).isEqualTo("error");
        assertThat(first.get("block").asText()).isEqualTo("system");
        assertThat(first.get("start").asInt()).isEqualTo("Current time: ".length());
        assertThat(first.get("end").asInt() - first.get("start").asInt()).isEqualTo("2026-11-28T07:55:12Z".length());
        assertThat(first.get("text").asText()).isEqualTo("2026-11-28T07:55:12Z");
        assertThat(first.at("/gain/cachedTokens").asInt()).isGreaterThan(1_024);
        assertThat(first.at("/gain/costPerCall").asDouble()).isPositive();
        assertThat(first.at("/gain/hitRate").asDouble()).isBetween(0.5, 1.0);
        assertThat(first.get("confidence").asText()).isEqualTo("likely");
        assertThat(first.get("fix").asText()).startsWith("move-");
        assertThat(first.get("message").asText()).contains("2026-11-28T07:55:12Z").endsWith(".");
        assertThat(json.has("layout")).isFalse();
    }

    @Test
    void theTextNamesRulePlaceReasonAndSum() throws IOException {
        CliRun run = CliRun.of("advise", body("bot.json", "Current time: 2026-11-28T07:55:12Z.\n" + POLICY));

        assertThat(run.status()).isZero();
        assertThat(run.out().lines()).first().asString().startsWith("error L01  Move “2026-11-28T07:55:12Z”")
                .contains(" cached · −$");
        assertThat(run.out().lines().skip(1)).first().asString().startsWith("    System · system, line 1: ");
        assertThat(run.out().lines()).last().asString().startsWith("all together: hit rate 0.0% -> ");
    }

    @Test
    void whatIsRightIsLeftAlone() throws IOException {
        String file = body("good.json", POLICY);

        assertThat(CliRun.of("advise", file).out())
                .isEqualToIgnoringNewLines("Nothing to change: the forecast finds nothing that would bring more.");
        assertThat(CliRun.of("advise", file, "--json").json().get("advice")).isEmpty();
    }

    @Test
    void aSecondRequestProvesWhatChanges() throws IOException {
        String one = body("one.json", "You work for shop 17.\n" + POLICY);
        String two = body("two.json", "You work for shop 23.\n" + POLICY);

        assertThat(CliRun.of("advise", one, "--json").json().get("advice")).isEmpty();
        JsonNode proven = CliRun.of("advise", one, "--with", two, "--json").json().at("/advice/0");
        assertThat(proven.get("text").asText()).isEqualTo("17");
        assertThat(proven.get("confidence").asText()).isEqualTo("proven");
    }

    @Test
    void rulesStandInForThoseOfTheModel() throws IOException {
        String file = disordered("my-model", "");

        JsonNode without = CliRun.of("advise", file, "--json").json().at("/advice/0");
        assertThat(without.get("rule").asText()).isEqualTo("L03");
        assertThat(without.at("/gain/cachedTokens").asInt()).isZero();
        JsonNode with = CliRun.of("advise", file, "--rules", "block-16", "--json").json().at("/advice/0");
        assertThat(with.get("rule").asText()).isEqualTo("L03");
        assertThat(with.at("/gain/cachedTokens").asInt()).isPositive();
        assertThat(CliRun.of("advise", file, "--rules", "tarot").status()).isEqualTo(2);
    }

    @Test
    void callsThatAreTooFarApartAskForAnotherLifetime() throws IOException {
        write("rows.jsonl", "{\"question\":\"Why?\"}\n{\"question\":\"When?\"}\n{\"question\":\"Who?\"}\n");
        String file = write("claude.prompt", """
                ---
                model: claude-sonnet-4-6
                cachewright.values: rows.jsonl
                ---
                {{role "system"}}
                {{! @block id=policy kind=static break=true }}
                %s

                {{role "user"}}
                {{question}}
                """.formatted(POLICY));

        assertThat(CliRun.of("advise", file, "--json").json().findValuesAsText("rule")).doesNotContain("L22");
        assertThat(CliRun.of("advise", file, "--every", "20m", "--json").json().findValuesAsText("fix"))
                .contains("set-ttl");
    }

    @Test
    void theBestLayoutIsGivenWithItsEditsAndItsProof() throws IOException {
        JsonNode json = CliRun.of("advise", disordered("gpt-5.4", ""), "--arrange", "--json").json();
        JsonNode layout = json.get("layout");

        assertThat(layout.get("moves")).hasSize(1);
        assertThat(layout.at("/moves/0/from").asInt()).isNotEqualTo(layout.at("/moves/0/to").asInt());
        assertThat(layout.at("/moves/0/block").asText()).isIn("customer", "policy");
        assertThat(layout.get("set")).isEmpty();
        assertThat(layout.get("removed")).isEmpty();
        assertThat(layout.at("/before/hitRate").asDouble()).isZero();
        assertThat(layout.at("/after/hitRate").asDouble()).isGreaterThan(0.5);
        assertThat(layout.at("/after/costPerCall").asDouble()).isLessThan(layout.at("/before/costPerCall").asDouble());
        assertThat(layout.get("proven").asBoolean()).isTrue();
    }

    @Test
    void theBestLayoutMovesBreakpointsToo() throws IOException {
        String file = disordered("claude-sonnet-4-6", " break=true");

        JsonNode layout = CliRun.of("advise", file, "--arrange", "--json").json().get("layout");
        assertThat(layout.get("set")).extracting(JsonNode::asText).containsExactly("policy");
        assertThat(layout.get("removed")).extracting(JsonNode::asText).containsExactly("customer");
        assertThat(CliRun.of("advise", file, "--arrange").out()).contains("best layout: hit rate 0.0% -> ",
                "set a breakpoint after policy", "remove the breakpoint after customer", "proven: ");
    }

    @Test
    void aLayoutThatIsTheBestStays() throws IOException {
        assertThat(CliRun.of("advise", body("good.json", POLICY), "--arrange").out().lines()).last().asString()
                .startsWith("best layout: as it is; ");
    }

    @Test
    void aLayoutNeedsRules() throws IOException {
        CliRun run = CliRun.of("advise", disordered("my-model", ""), "--arrange");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("\"my-model\" has no cache rules to arrange for: name some with --rules");
    }

    @Test
    void filesThatCannotBeReadAreNamed() throws IOException {
        String broken = write("broken.json", "{\"model\": \"gpt-5.4\", \"messages\": [");
        String good = body("good.json", POLICY);

        assertThat(CliRun.of("advise", folder.resolve("missing.json").toString()).status()).isEqualTo(2);
        CliRun unread = CliRun.of("advise", broken, "--json");
        assertThat(unread.status()).isEqualTo(2);
        assertThat(unread.out()).isEmpty();
        assertThat(unread.err().lines()).singleElement().asString().startsWith(broken + ":1:");
        assertThat(CliRun.of("advise", good, "--with", broken).err()).startsWith(broken + ":1:");
    }
}
