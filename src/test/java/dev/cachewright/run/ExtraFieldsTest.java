package dev.cachewright.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.provider.Extras;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtraFieldsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                       | {"seed": 7}             | ,"seed":7
            , "seed": 1              | {"seed": 7, "user": {}} | ,"seed":1,"user":{}
            , "seed": 1              | {"seed": 7}             | ,"seed":1
            , "top_k": 3             | {}                      | ,"top_k":3
            , "top_k": 3             | ''                      | ,"top_k":3
            """)
    void theFieldsOfTheServerComeAfterThoseOfTheRequestWhichStay(String own, String extra, String wanted) {
        String body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]" + own + "}";
        SentRequest sent = SentRequest.of(Renderer.render(RequestBodyReader.read(body, Api.CHAT), Row.empty()),
                Optional.empty());

        SentRequest more = ExtraFields.of(sent, Extras.none().withBody(extra));

        assertThat(RawJson.tree(RequestBodyWriter.write(more, false).json()).toString())
                .isEqualTo("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]" + wanted + "}");
    }
}
