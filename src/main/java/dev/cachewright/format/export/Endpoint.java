package dev.cachewright.format.export;

import dev.cachewright.prompt.Api;

/// Where code sends a request: the vendor's own server, or another one at a base URL.
///
/// @param baseUrl including `/v1`; empty for the vendor's own server
/// @param takesKey whether the server is sent the vendor's key; the vendor's own always is
public record Endpoint(String baseUrl, boolean takesKey) {

    private static final String OPENAI = "https://api.openai.com/v1";
    private static final String ANTHROPIC = "https://api.anthropic.com/v1";

    /// The server of whoever made the API: OpenAI, for Messages Anthropic.
    public static Endpoint ofVendor() {
        return new Endpoint("", true);
    }

    boolean isVendor() {
        return baseUrl.isEmpty();
    }

    String url(Api api) {
        String base = isVendor() ? api == Api.MESSAGES ? ANTHROPIC : OPENAI : baseUrl;
        return base.replaceFirst("/$", "") + api.endpoint().replaceFirst("^/v1", "");
    }

    /// The base URL as the vendor's SDK takes it: Anthropic's adds the version itself.
    String sdkUrl(Api api) {
        return api == Api.MESSAGES ? baseUrl.replaceFirst("/v1/?$", "") : baseUrl;
    }

    static String keyVariable(Api api) {
        return api == Api.MESSAGES ? "ANTHROPIC_API_KEY" : "OPENAI_API_KEY";
    }
}
