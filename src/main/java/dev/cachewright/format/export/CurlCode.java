package dev.cachewright.format.export;

import dev.cachewright.prompt.Api;

/// A request as a command of curl. The body is taken from the lines below it, so that the shell changes nothing in it.
final class CurlCode {

    private CurlCode() {
    }

    static String of(RequestCode code) {
        Api api = code.api();
        var text = new StringBuilder("curl ").append(quoted(code.endpoint().url(api))).append(" \\\n")
                .append("  -H \"Content-Type: application/json\" \\\n");
        if (code.endpoint().takesKey()) {
            text.append(api == Api.MESSAGES ? "  -H \"x-api-key: $" : "  -H \"Authorization: Bearer $")
                    .append(code.endpoint().keyVariable(api)).append("\" \\\n");
        }
        if (api == Api.MESSAGES) {
            text.append("  -H \"anthropic-version: 2023-06-01\" \\\n");
        }
        // No line of a body is this word alone.
        return text.append("  --data-binary @- <<'JSON'\n").append(code.json()).append("\nJSON\n").toString();
    }

    private static String quoted(String url) {
        return url.matches("[\\w:/.-]+") ? url : "'" + url.replace("'", "'\\''") + "'";
    }
}
