package dev.cachewright.gate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cachewright.format.json.RawJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SarifFormTest {

    private Schema schema;

    @BeforeAll
    void readTheSchema() throws IOException {
        try (InputStream in = SarifFormTest.class.getResourceAsStream("/published/sarif-2.1.0-rtm.5.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(in, InputFormat.JSON);
        }
    }

    private List<String> faults(String sarif) {
        return schema.validate(sarif, InputFormat.JSON).stream().map(Error::toString).toList();
    }

    @Test
    void whatIsWrittenKeepsTheSchemaOfTheStandard() {
        assertThat(faults(Form.SARIF.write(Reports.awkward(), Reports.PATHS))).isEmpty();
        assertThat(faults(Form.SARIF.write(Reports.empty(), Reports.PATHS))).isEmpty();
    }

    @Test
    void theSchemaWouldFindAFault() {
        String sarif = Form.SARIF.write(Reports.awkward(), Reports.PATHS);

        assertThat(faults(sarif.replace("\"startLine\":3", "\"startLine\":0"))).hasSize(1);
        assertThat(faults(sarif.replace("\"level\":\"note\"", "\"level\":\"info\""))).hasSize(1);
        assertThat(faults(sarif.replace("\"driver\"", "\"drivers\""))).isNotEmpty();
    }

    @Test
    void aResultHasItsRuleItsPlaceAndAFingerprint() {
        JsonNode run = RawJson.tree(Form.SARIF.write(Reports.awkward(), Reports.PATHS)).at("/runs/0");
        JsonNode first = run.at("/results/0");

        assertThat(run.at("/tool/driver/rules").findValuesAsText("id")).containsExactly("L01", "budget-static-prefix");
        assertThat(run.at("/tool/driver/rules/0/helpUri").asText()).isEqualTo("https://example.com/why?a=b&c=d");
        assertThat(first.at("/ruleIndex").asInt()).isZero();
        assertThat(first.at("/level").asText()).isEqualTo("error");
        assertThat(first.at("/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":3,\"startColumn\":5,\"endLine\":3,\"endColumn\":9}");
        assertThat(first.at("/locations/0/physicalLocation/artifactLocation").toString()).isEqualTo(
                "{\"uri\":\"my%20prompts/%C3%A4,%20b%3A%20%3Cc%3E.prompt\",\"uriBaseId\":\"%SRCROOT%\"}");
        assertThat(first.at("/baselineState").asText()).isEqualTo("new");
        assertThat(first.at("/partialFingerprints/cachewright~1v1").asText()).matches("[0-9a-f]{32}")
                .isNotEqualTo(run.at("/results/1/partialFingerprints/cachewright~1v1").asText());
    }

    @Test
    void filesThatCannotBeUsedAreNotifications() {
        JsonNode invocation = RawJson.tree(Form.SARIF.write(Reports.awkward(), Reports.PATHS))
                .at("/runs/0/invocations/0");

        assertThat(invocation.path("executionSuccessful").asBoolean(true)).isFalse();
        assertThat(invocation.at("/toolExecutionNotifications/0/locations/0/physicalLocation/region/startColumn")
                .asInt()).isEqualTo(7);
        assertThat(invocation.at("/toolExecutionNotifications/1/locations/0/physicalLocation/artifactLocation")
                .toString()).isEqualTo("{\"uri\":\"file:///elsewhere/gone.prompt\"}");
    }
}
