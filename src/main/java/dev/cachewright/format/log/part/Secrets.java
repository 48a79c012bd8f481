package dev.cachewright.format.log.part;

import dev.cachewright.format.json.RawJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Keys in logs: they are told apart by a short hash, and taken out of requests that a gateway put them into.
public final class Secrets {

    private static final int HASHED_BYTES = 4;
    private static final Set<String> FIELDS = Set.of("authorization", "headers", "extra_headers", "default_headers",
            "cookie", "cookies", "password", "azure_ad_token", "aws_access_key_id", "aws_secret_access_key",
            "aws_session_token", "vertex_credentials", "client_secret", "secret_fields");
    private static final String KEY = "api_key";
    /// Objects beside the prompt, where gateways put what came with it.
    static final Set<String> AROUND = Set.of("metadata", "litellm_metadata", "extra_body", "proxy_server_request",
            "mcp_servers");
    /// What reaches the server of a tool.
    static final Set<String> OF_TOOLS = Set.of("headers", "authorization", "authorization_token");

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
    static String without(String body, BodyGlance glance) {
        return glance.mayHoldSecrets() ? without(body) : body;
    }

    private static String without(String body) {
        var fields = new LinkedHashMap<>(RawJson.fields(body));
        boolean isChanged = fields.keySet().removeIf(Secrets::isSecret);
        for (String inner : AROUND) {
            String value = fields.getOrDefault(inner, "");
            String clean = RawJson.isObject(value) ? without(value) : value;
            isChanged |= !clean.equals(value);
            fields.computeIfPresent(inner, (_, _) -> clean);
        }
        // What a tool is told in its own schema is text of the prompt; what reaches its server is not.
        for (String list : List.of("tools", "mcp_servers")) {
            String value = fields.getOrDefault(list, "");
            String clean = RawJson.isArray(value) ? withoutIn(value) : value;
            isChanged |= !clean.equals(value);
            fields.computeIfPresent(list, (_, _) -> clean);
        }
        return isChanged ? RawJson.object(fields) : body;
    }

    private static String withoutIn(String array) {
        boolean isChanged = false;
        List<String> clean = new ArrayList<>();
        for (String element : RawJson.elements(array)) {
            var fields = RawJson.isObject(element) ? RawJson.fields(element) : new LinkedHashMap<String, String>();
            boolean isSecret = fields.keySet().removeAll(OF_TOOLS);
            isChanged |= isSecret;
            clean.add(isSecret ? RawJson.object(fields) : element);
        }
        return isChanged ? '[' + String.join(", ", clean) + ']' : array;
    }
}
