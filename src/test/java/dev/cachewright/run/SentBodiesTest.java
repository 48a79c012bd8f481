package dev.cachewright.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Extras;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Profile;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is sent is what the vendors publish as a request.
class SentBodiesTest {

    static final List<String> MODELS = Stream.concat(RandomPrompts.OPENAI.stream(), RandomPrompts.CLAUDE.stream())
            .toList();

    private static final PublishedForms FORMS = new PublishedForms();
    private static final int PROMPTS = 120;
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Values ONE = new Values("v", List.of("question"), List.of(new Row(Map.of("question", "Why?")),
            new Row(Map.of("question", "How \"so\"?"))));

    private static void areValid(Prompt prompt, Values values, Profile profile, boolean isStreamed) {
        List<ModelCall> calls = SentBodies.of(prompt, values, profile, isStreamed);
        assertThat(calls).hasSize(2 * (values.rows().size() + 1));
        for (ModelCall call : calls) {
            isValid(call.api(), call.body());
        }
    }

    private static void isValid(Api api, String body) {
        assertThat(FORMS.faults(api, body)).as(body).isEmpty();
        assertThat(PublishedForms.faultsOfSdk(api, body)).as(body).isEmpty();
    }

    private static List<Api> apisOf(String model) {
        return model.startsWith("claude") ? List.of(Api.MESSAGES) : List.of(Api.CHAT, Api.RESPONSES);
    }

    private static JsonNode sent(Api api, String model, Map<String, String> config, Map<String, String> extra) {
        Prompt prompt = RequestBodyReader.read(api == Api.RESPONSES
                ? "{\"model\":\"m\",\"input\":\"Hi\"}"
                : "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}", api);
        Settings settings = prompt.settings().withModel(model).withConfig(new LinkedHashMap<>(config))
                .withExtra(new LinkedHashMap<>(extra));
        String body = SentBodies.of(prompt.withSettings(settings), ONE, Profile.openAi(), true).getFirst().body();
        isValid(api, body);
        return RawJson.tree(body);
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void theSamplesAreValidForEachModel(String model) {
        for (String id : List.of("support-agent", "claude-review", "timestamp-pitfall", "classic-experiment")) {
            PromptDocument sample = Samples.open(id);
            for (Api api : apisOf(model)) {
                areValid(sample.opened().withSettings(sample.opened().settings().withModel(model).withApi(api)),
                        sample.values(), api == Api.MESSAGES ? Profile.simulator() : Profile.openAi(), true);
            }
        }
    }

    @Test
    void theGoldenRequestsAreValid() throws IOException {
        int count = 0;
        for (String line : Files.readAllLines(GOLDEN.resolve("token/requests.jsonl"))) {
            JsonNode golden = RawJson.tree(line);
            Api api = Api.ofEndpoint(golden.path("endpoint").asText()).orElseThrow();
            Prompt prompt = RequestBodyReader.read(RawJson.fields(line).get("request"), api);
            areValid(prompt.withSettings(prompt.settings().withModel("gpt-5.4")), ONE, Profile.openAi(), false);
            count++;
        }
        assertThat(count).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void someHundredPromptsByChanceAreValid(Api api) {
        List<Profile> profiles = List.of(Profile.simulator(), Profile.openAi(),
                Profile.compatible("http://127.0.0.1:8080/v1", Optional.empty()),
                Profile.openAi().withExtras(Extras.none().withBody("{\"metadata\": {\"user_id\": \"u1\"}, "
                        + "\"model\": \"other\"}")));
        for (int seed = 0; seed < PROMPTS; seed++) {
            areValid(RandomPrompts.of(seed, api), ONE, profiles.get(seed % profiles.size()), seed % 3 > 0);
        }
    }

    @Test
    void whatIsAskedOfResponsesStandsInTheObjectsThatHoldIt() {
        JsonNode body = sent(Api.RESPONSES, "gpt-5.4", Map.of("reasoningEffort", "\"low\"", "verbosity", "\"high\"",
                "maxOutputTokens", "50", "temperature", "0.2"),
                Map.of("service_tier", "\"flex\"", "reasoning",
                        "{\"summary\": \"auto\"}"));

        assertThat(body.at("/text/verbosity").asText()).isEqualTo("high");
        assertThat(body.at("/reasoning/effort").asText()).isEqualTo("low");
        assertThat(body.at("/reasoning/summary").asText()).isEqualTo("auto");
        assertThat(body.path("service_tier").asText()).isEqualTo("flex");
        assertThat(body.path("max_output_tokens").asInt()).isEqualTo(50);
        assertThat(body.path("temperature").asDouble()).isEqualTo(0.2);
    }

    @Test
    void whatIsAskedOfChatStandsAtItsTop() {
        JsonNode body = sent(Api.CHAT, "gpt-5.4", Map.of("reasoningEffort", "\"low\"", "verbosity", "\"high\"", "seed",
                "7"), Map.of("service_tier", "\"priority\""));

        assertThat(body.path("verbosity").asText()).isEqualTo("high");
        assertThat(body.path("reasoning_effort").asText()).isEqualTo("low");
        assertThat(body.path("seed").asInt()).isEqualTo(7);
        assertThat(body.path("service_tier").asText()).isEqualTo("priority");
        assertThat(body.path("max_completion_tokens").asInt()).isEqualTo(OutputLimit.USUAL);
    }

    @Test
    void theEffortOfClaudeStandsInItsOutputConfig() {
        JsonNode body = sent(Api.MESSAGES, "claude-opus-5", Map.of("reasoningEffort", "\"low\"", "verbosity",
                "\"high\"", "seed", "7"), Map.of("service_tier", "\"standard_only\""));

        assertThat(body.path("output_config")).isEqualTo(RawJson.tree("{\"effort\": \"low\"}"));
        assertThat(body.path("service_tier").asText()).isEqualTo("standard_only");
        assertThat(body.has("verbosity") || body.has("seed") || body.has("reasoning_effort")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "RESPONSES | gpt-5.4     | verbosity       | text          | verbosity",
            "MESSAGES  | claude-opus-5 | reasoningEffort | output_config | effort"})
    void aSchemaKeepsWhatStandsBesideIt(Api api, String model, String key, String field, String inside) {
        PromptDocument sample = Samples.open("support-agent");
        var blocks = new ArrayList<>(sample.opened().blocks());
        blocks.add(1, Block.of("schema", Role.SCHEMA, Kind.STATIC, "{\"type\": \"object\"}"));
        Settings settings = sample.opened().settings().withModel(model).withApi(api)
                .withConfig(new LinkedHashMap<>(Map.of(key, "\"low\"")));
        String body = SentBodies.of(Prompt.of(blocks, settings), sample.values(), Profile.simulator(), true).getFirst()
                .body();

        isValid(api, body);
        assertThat(RawJson.tree(body).at("/" + field + "/format/type").asText()).isEqualTo("json_schema");
        assertThat(RawJson.tree(body).at("/" + field + "/" + inside).asText()).isEqualTo("low");
    }

    @Test
    void laterCallsAskWhatDiffersWhereTheVendorSaysIt() {
        Prompt openAi = RandomPrompts.of(1, Api.RESPONSES);
        List<ModelCall> calls = SentBodies.of(openAi.withSettings(Settings.of("gpt-6-sol", Api.RESPONSES)), ONE,
                Profile.openAi(), true);
        Prompt claude = RandomPrompts.of(1, Api.MESSAGES);
        List<ModelCall> others = SentBodies.of(claude.withSettings(Settings.of("claude-opus-5", Api.MESSAGES)), ONE,
                Profile.simulator(), true);

        // The second and the fourth are for control.
        assertThat(calls).extracting(call -> RawJson.tree(call.body()).at(
                "/prompt_cache_options/comparison_response_id").toString())
                .containsExactly("", "", "\"resp_0\"", "", "\"resp_2\"", "");
        assertThat(others).extracting(call -> RawJson.tree(call.body()).at("/diagnostics/previous_message_id")
                .toString()).containsExactly("null", "", "\"msg_0\"", "", "\"msg_2\"", "");
        Stream.concat(calls.stream(), others.stream()).forEach(call -> isValid(call.api(), call.body()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "CHAT      | \"stream\": true | \"stream\": \"yes\"",
            "CHAT      | \"stream\": true | \"streem\": true",
            "CHAT      | \"role\": \"user\" | \"role\": \"human\"",
            "CHAT      | \"role\": \"user\" | \"id\": 1, \"role\": \"user\"",
            "CHAT      | \"max_completion_tokens\": 300 | \"max_completion_tokens\": 0",
            "CHAT      | \"max_completion_tokens\" | \"max_output_tokens\"",
            "CHAT      | {\"type\": \"function\", | {\"type\": \"function\", \"strict\": true,",
            "RESPONSES | \"max_output_tokens\" | \"max_tokens\"",
            "RESPONSES | \"role\": \"user\" | \"role\": \"tool\"",
            "RESPONSES | \"stream\": true | \"text\": {\"verbosity\": \"loud\"}, \"stream\": true",
            "RESPONSES | \"stream\": true | \"stream\": true, \"stream\": true",
            "RESPONSES | \"type\": \"function\", | \"type\": \"function\", \"input_schema\": {},",
            "MESSAGES  | \"max_tokens\": 300 | \"max_tokens\": \"400\"",
            "MESSAGES  | \"max_tokens\": 300, | ``",
            "MESSAGES  | \"role\": \"user\" | \"role\": \"system\"",
            "MESSAGES  | \"stream\": true | \"output_config\": {\"verbosity\": \"low\"}, \"stream\": true",
            "MESSAGES  | \"input_schema\": | \"parameters\":"})
    void theSchemaRefusesAWrongFieldAndAWrongType(Api api, String right, String wrong) throws IOException {
        String body = Files.readString(GOLDEN.resolve("body/support-" + api.word() + ".json"));

        assertThat(FORMS.faults(api, body)).isEmpty();
        assertThat(body).contains(right);
        assertThat(FORMS.faults(api, body.replace(right, wrong))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"model\":\"m\"}", "{\"model\":1,\"messages\":\"Hi\"}"})
    void theSdkRefusesToo(String body) {
        assertThat(PublishedForms.faultsOfSdk(Api.CHAT, body)).isNotEmpty();
    }
}
