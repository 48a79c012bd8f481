package dev.cachewright.token.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSizeTest {

    private static final String PNG = "89504E470D0A1A0A0000000D494844520000032000000258080200";

    @ParameterizedTest
    @CsvSource({"89504E470D0A1A0A0000000D494844520000032000000258080200, 800, 600",
            "4749463839612003580200000000, 800, 600",
            "FFD8FFE00004ABCDFFFFC4000400FFFFC2000B080258032003010000, 800, 600",
            "524946460000000057454250565038580A0000000000000 01F030057020000000000, 800, 600",
            "52494646000000005745425056503820000000000000009D012A2003580200000000, 800, 600",
            "5249464600000000574542505650384C000000002F1FC395000000000000000000, 800, 600"})
    void sizesAreReadFromTheBeginningOfAFile(String hex, int width, int height) {
        assertThat(PictureSize.of(base64(hex))).contains(new PictureSize(width, height));
    }

    @Test
    void theTypeBeforeThePictureIsPassedOver() {
        assertThat(PictureSize.of("data:image/png;base64," + base64(PNG))).contains(new PictureSize(800, 600));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data:", "https://example.com/a.png", "AAAA", "data:image/png;base64,iVBORw0KGgo=",
            "/9j/4AAE", "R0lGODlhAAAAAAAA"})
    void whatIsNoPictureHasNoSize(String text) {
        assertThat(PictureSize.of(text)).isEmpty();
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
