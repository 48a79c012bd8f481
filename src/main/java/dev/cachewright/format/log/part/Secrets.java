package dev.cachewright.format.log.part;

import dev.cachewright.format.json.RawJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Keys in logs: they are told apart by a short hash, and taken out of requests that a gateway put them into.
public final class Secrets {

    private static final int HASHED_BYTES = 4;
    private static final Set<String> FIELDS = Set.of("authorization", "headers", "extra_headers", "default_headers",
            "cookie", "cookies", "password", "azure_ad_token", "aws_access_key_id", "aws_secret_access_key",
            "aws_session_token", "vertex_credentials", "client_secret", "secret_fields");
    private static final String KEY = "api_key";

    private Secrets() {
    }

    /// Eight hexadecimal digits, from which no key can be found again; empty for an empty text.
    static String hash(String secret) {
        if (secret.isBlank()) {
            return "";
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.strip().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASHED_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether a field with this name holds a key, a cookie or headers.
    static boolean isSecret(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        return FIELDS.contains(name) || name.endsWith(KEY) || name.endsWith("apikey");
    }

    /// A request without the fields that hold secrets; the same text where it has none.
    static String without(String body) {
        if (!mayHold(body)) {
            return body;
        }
        var fields = new LinkedHashMap<>(RawJson.fields(body));
        boolean isClean = !fields.keySet().removeIf(Secrets::isSecret);
        boolean isInside = false;
        for (String inner : Set.of("metadata", "litellm_metadata", "extra_body", "proxy_server_request")) {
            String value = fields.getOrDefault(inner, "");
            String clean = RawJson.isObject(value) ? without(value) : value;
            if (!clean.equals(value)) {
                fields.put(inner, clean);
                isInside = true;
            }
        }
        return isClean && !isInside ? body : RawJson.object(fields);
    }

    private static boolean mayHold(String body) {
        return body.contains(KEY + '"') || body.contains("apiKey\"")
                || Stream.concat(FIELDS.stream(), Stream.of("Authorization", "Cookie"))
                        .anyMatch(name -> body.contains('"' + name + '"'));
    }
}
