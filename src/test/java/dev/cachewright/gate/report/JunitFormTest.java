package dev.cachewright.gate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class JunitFormTest {

    private static void validate(String xml) throws SAXException, IOException {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitFormTest.class.getResource("/published/jenkins-junit.xsd"));
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    @Test
    void whatIsWrittenKeepsTheSchemaOfJenkins() throws SAXException, IOException {
        validate(Form.JUNIT.write(Reports.awkward(), Reports.PATHS));
        validate(Form.JUNIT.write(Reports.empty(), Reports.PATHS));
    }

    @Test
    void theSchemaWouldFindAFault() {
        String xml = Form.JUNIT.write(Reports.awkward(), Reports.PATHS);

        assertThatThrownBy(() -> validate(xml.replace("testcase", "case"))).isInstanceOf(SAXException.class);
    }

    @Test
    void eachFindingThatFailsIsAFailureAndTheRestIsOutput() {
        String xml = Form.JUNIT.write(Reports.awkward(), Reports.PATHS);

        assertThat(xml).contains("tests=\"4\" failures=\"1\" errors=\"2\"")
                .contains(
                        "<failure type=\"L01\" message=\"50% of it: &quot;&lt;now&gt;&quot; &amp; 'then', \uFFFD\">")
                .contains("<failure type=\"budget-static-prefix\" message=\"Too short\">")
                .contains("my prompts/ä, b: &lt;c&gt;.prompt:4:1: info L01: Again")
                .contains("<error type=\"unusable\" message=\"There is no such file\">")
                .doesNotContain("\u0001");
    }
}
