package dev.cachewright.format.log.part;

import dev.cachewright.format.record.Endpoint;
import dev.cachewright.prompt.Api;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a call went, from an address or a path in a log. Names and keys in the address are left out.
///
/// @param provider as far as the host tells it
/// @param host empty where a path is all there is
/// @param path decoded, without a query
/// @param model that the path names; empty where it names none
public record CallAddress(String provider, String host, String path, Optional<Api> api, String model) {

    private static final Pattern BARE_HOST = Pattern.compile("[A-Za-z0-9.-]+\\.[a-z]{2,}(:\\d+)?(/.*)?");
    private static final Pattern GEMINI = Pattern.compile(".*?([^/:]*):(?:generateContent|streamGenerateContent)");
    private static final SequencedMap<String, String> HOSTS = hosts();
    /// Logs hold few addresses, each many times.
    private static final Map<String, CallAddress> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST = 1_000;

    /// The address that a log has.
    public static CallAddress of(String recorded) {
        if (KNOWN.size() > MOST) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(recorded, CallAddress::read);
    }

    private static CallAddress read(String recorded) {
        String address = BARE_HOST.matcher(recorded).matches() ? "https://" + recorded : recorded;
        Endpoint endpoint = Endpoint.of(address);
        String host = endpoint.host().substring(endpoint.host().lastIndexOf('@') + 1);
        String path = endpoint.path();
        Matcher gemini = GEMINI.matcher(path);
        Optional<Api> api = path.endsWith("/messages") ? Optional.of(Api.MESSAGES)
                : path.length() > 1 ? endpoint.api() : Optional.empty();
        return new CallAddress(providerOf(host), host, path, api,
                gemini.matches() ? gemini.group(1) : endpoint.model());
    }

    /// Whether calls to a model go there, in a form that is read or not.
    public boolean isModel() {
        return api.isPresent() || isGemini();
    }

    private boolean isGemini() {
        return GEMINI.matcher(path).matches();
    }

    private static String providerOf(String host) {
        return HOSTS.entrySet().stream().filter(known -> host.contains(known.getKey())).map(Map.Entry::getValue)
                .findFirst().orElse("");
    }

    private static SequencedMap<String, String> hosts() {
        var hosts = new LinkedHashMap<String, String>();
        hosts.put("openai.azure.com", "azure");
        hosts.put("services.ai.azure.com", "azure");
        hosts.put("api.openai.com", "openai");
        hosts.put("chatgpt.com", "openai");
        hosts.put("oai.helicone.ai", "openai");
        hosts.put("anthropic.helicone.ai", "anthropic");
        hosts.put("api.anthropic.com", "anthropic");
        hosts.put("bedrock-runtime", "bedrock");
        hosts.put("aiplatform.googleapis.com", "vertex");
        hosts.put("generativelanguage.googleapis.com", "gemini");
        hosts.put("openrouter.ai", "openrouter");
        hosts.put("api.deepseek.com", "deepseek");
        hosts.put("api.mistral.ai", "mistral");
        hosts.put("api.groq.com", "groq");
        hosts.put("api.x.ai", "xai");
        return hosts;
    }
}
