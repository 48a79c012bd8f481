package dev.cachewright.format.export;

import dev.cachewright.prompt.Api;

/// Where code sends a request: the vendor's own server, or another one at a base URL.
///
/// @param baseUrl including `/v1`; empty for the vendor's own server
/// @param variable the environment variable of the key that the server is sent; empty where it is sent none. For the
/// vendor's own server it is that of the vendor
public record Endpoint(String baseUrl, String variable) {

    private static final String OPENAI = "https://api.openai.com/v1";
    private static final String ANTHROPIC = "https://api.anthropic.com/v1";

    /// The server of whoever made the API: OpenAI, for Messages Anthropic.
    public static Endpoint ofVendor() {
        return new Endpoint("", "");
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

    boolean takesKey() {
        return isVendor() || !variable.isEmpty();
    }

    /// The environment variable from which the code reads the key.
    String keyVariable(Api api) {
        return !isVendor() ? variable : api == Api.MESSAGES ? "ANTHROPIC_API_KEY" : "OPENAI_API_KEY";
    }
}
