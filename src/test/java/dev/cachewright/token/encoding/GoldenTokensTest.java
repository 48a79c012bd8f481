package dev.cachewright.token.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cachewright.token.JtokkitTokenizer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds the tokenizer, and jtokkit beside it, to ids that the official tiktoken gave (src/test/golden/tokens.mjs).
class GoldenTokensTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/tokens");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BLOCK = 4_096;
    private static final int END_OF_TEXT = -1;

    @ParameterizedTest
    @EnumSource
    void twoThousandStringsOfFortyCategoriesHaveTheOfficialIds(Encoding encoding) throws IOException {
        List<JsonNode> lines = lines("strings.jsonl").map(GoldenTokensTest::read).toList();
        var tokenizer = new RankTokenizer(encoding);
        var jtokkit = new JtokkitTokenizer(encoding);

        assertThat(lines).hasSize(2_000);
        assertThat(lines.stream().map(line -> line.path("category").asText()).distinct()).hasSize(40);
        for (JsonNode line : lines) {
            String text = line.path("text").asText();
            TokenList official = TokenList.of(StreamSupport.stream(line.path(encoding.word()).spliterator(), false)
                    .mapToInt(JsonNode::asInt).toArray());
            assertThat(tokenizer.encode(text)).as(text).isEqualTo(official);
            assertThat(jtokkit.encode(text)).as("jtokkit: " + text).isEqualTo(official);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCodePointHasTheOfficialIds(Encoding encoding) throws IOException {
        var tokenizer = new RankTokenizer(encoding);

        List<String> sums = IntStream.rangeClosed(0, Character.MAX_CODE_POINT / BLOCK)
                .mapToObj(block -> Integer.toHexString(block * BLOCK) + " " + checksum(tokenizer, block * BLOCK))
                .toList();

        int column = 1 + encoding.ordinal();
        assertThat(sums).isEqualTo(lines("codepoints.txt").map(line -> line.split(" "))
                .map(words -> words[0] + " " + words[column]).toList());
    }

    private static String checksum(Tokenizer tokenizer, int start) {
        var ids = new TokenList.Builder();
        for (int c = start; c < start + BLOCK; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                String s = Character.toString(c);
                Stream.of(s, "a" + s + "B", " " + s + "b ", "'" + s + s + "\n").forEach(
                        text -> ids.addAll(tokenizer.encode(text)).add(END_OF_TEXT));
            }
        }
        int[] all = ids.build().toArray();
        ByteBuffer bytes = ByteBuffer.allocate(all.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(all);
        var sum = new CRC32();
        sum.update(bytes.array());
        return Long.toHexString(sum.getValue());
    }

    private static Stream<String> lines(String file) throws IOException {
        return Files.readAllLines(GOLDEN.resolve(file)).stream();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalArgumentException(line, e);
        }
    }
}
