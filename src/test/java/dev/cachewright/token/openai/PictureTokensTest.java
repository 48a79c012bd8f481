package dev.cachewright.token.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.ServerJson;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures as recorded servers counted them.
class PictureTokensTest {

    @ParameterizedTest
    @CsvSource({"gpt-4o, CHAT, 1, 1, 255", "gpt-4o, RESPONSES, 640, 480, 425", "gpt-4o-mini, CHAT, 640, 480, 14167",
            "gpt-4.1-mini, CHAT, 640, 480, 488", "gpt-4.1-mini, CHAT, 300, 346, 179",
            "gpt-4.1-mini, RESPONSES, 300, 346, 181", "o4-mini, CHAT, 640, 480, 517", "gpt-5.4, CHAT, 60, 30, 4",
            "gpt-5.4, RESPONSES, 60, 30, 4", "gpt-5.4-nano, RESPONSES, 512, 512, 312",
            "gpt-5-nano, RESPONSES, 128, 128, 27"})
    void bandsHoldWhatWasRecorded(String model, Api api, int width, int height, int recorded) {
        PictureTokens.Size size = PictureTokens.ofModel(model, api).of(picture(width, height));

        assertThat(size.band().holds(size.tokens(), recorded)).isTrue();
        assertThat(size.band().below() + size.band().above()).isLessThanOrEqualTo(7);
    }

    @Test
    void chatsOfPatchesAreSureToAToken() {
        assertThat(PictureTokens.ofModel("gpt-5.4", Api.CHAT).of(picture(60, 30)).band()).isEqualTo(Band.about(1));
    }

    @ParameterizedTest
    @CsvSource({"1024, 1024, 765, 1, 1", "2560, 1709, 1105, 1, 1", "2048, 4096, 1105, 1, 1", "1025, 769, 765, 1, 1",
            "2047, 1535, 1105, 341, 1"})
    void largerPicturesFollowThePublishedRule(int width, int height, int tokens, int below, int above) {
        assertThat(PictureTokens.ofModel("gpt-4o", Api.CHAT).of(picture(width, height))).isEqualTo(
                new PictureTokens.Size(tokens, new Band(below, above)));
    }

    @Test
    void pictureByAddressIsOneTileToEight() {
        JsonNode part = ServerJson.read("{\"type\": \"input_image\", \"image_url\": \"https://example.com/a.png\"}")
                .orElseThrow();

        assertThat(PictureTokens.ofModel("gpt-4o", Api.RESPONSES).of(part)).isEqualTo(new PictureTokens.Size(255,
                new Band(0, 7 * 170)));
    }

    private static JsonNode picture(int width, int height) {
        ByteBuffer png = ByteBuffer.allocate(24).putLong(0x89504E470D0A1A0AL).putInt(13).put("IHDR".getBytes())
                .putInt(width).putInt(height);
        return ServerJson.read("{\"type\": \"input_image\", \"image_url\": \"data:image/png;base64," + Base64
                .getEncoder().encodeToString(png.array()) + "\"}").orElseThrow();
    }
}
