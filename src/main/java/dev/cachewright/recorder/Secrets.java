package dev.cachewright.recorder;

import dev.cachewright.recorder.http.HttpHead;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The keys that a request was made with. Held as long as its call is read, to be taken out of what the server says.
final class Secrets {

    /// The headers in which providers look for keys: that which says most about whose call it is first.
    private static final List<String> HEADERS = List.of("authorization", "x-api-key", "api-key", "x-goog-api-key");
    /// Those in which gateways and others do.
    private static final Pattern OTHERS = Pattern.compile("(?i).*(?:auth|key|token|secret|password|cookie).*");
    /// What is shorter is no key, but a number or a word that may stand in any text.
    private static final int SHORTEST = 8;
    private static final List<String> PARAMETERS = List.of("key", "api_key", "api-key", "apikey", "access_token");
    /// Between two keys; no header can hold it.
    private static final String BETWEEN = "\0";
    private static final int SHOWN_BYTES = 3;

    private final List<String> keys;

    private Secrets(List<String> keys) {
        this.keys = List.copyOf(keys);
    }

    static Secrets of(HttpHead head, String target) {
        var keys = new ArrayList<String>();
        Stream.concat(HEADERS.stream(), head.names().stream().filter(name -> OTHERS.matcher(name).matches()))
                .flatMap(name -> head.values(name).stream())
                .forEach(value -> keys.add(value.replaceFirst("(?i)^(?:bearer|basic) +", "")));
        String query = target.substring(target.indexOf('?') + 1);
        Arrays.stream(query.split("&")).map(field -> field.split("=", 2))
                .filter(field -> field.length == 2 && PARAMETERS.contains(field[0].toLowerCase(Locale.ROOT)))
                .forEach(field -> keys.add(decoded(field[1])));
        return new Secrets(keys.stream().filter(key -> key.length() >= SHORTEST).distinct().toList());
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return value;
        }
    }

    /// A few characters that are the same for the same key in one watch, and say nothing about it; empty where the
    /// request has none.
    ///
    /// @param salt of the watch
    String group(byte[] salt) {
        return keys.isEmpty() ? "" : HexFormat.of().formatHex(hash(salt, keys.getFirst()), 0, SHOWN_BYTES);
    }

    /// A hash that nobody can find the text of by trying, who does not have the salt.
    static byte[] hash(byte[] salt, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All of them as one text: whatever is looked for a part of it is looked for a part of each.
    String all() {
        return String.join(BETWEEN, keys);
    }

    /// Whether one of them is in the text as it is.
    boolean isIn(String text) {
        return keys.stream().anyMatch(text::contains);
    }

    /// Without them.
    @Override
    public String toString() {
        return "Secrets[" + keys.size() + "]";
    }
}
