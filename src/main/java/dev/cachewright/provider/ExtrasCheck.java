package dev.cachewright.provider;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds what of the extras of a profile cannot be sent, or would put a secret where it does not belong.
final class ExtrasCheck {

    /// Headers in which keys are sent: they would stand in the preferences in plain text.
    private static final List<String> SECRET_NAMES = List.of("authorization", "proxy-authorization", "api-key",
            "x-api-key", "x-goog-api-key", "ocp-apim-subscription-key", "cookie");
    private static final Pattern SECRET_VALUE = Pattern.compile("(?i)(bearer |basic |sk-|xai-|gsk_).*");
    /// Headers that the client writes itself.
    private static final List<String> OWN_NAMES = List.of("host", "content-length", "content-type", "connection",
            "transfer-encoding", "accept-encoding", "expect", "upgrade", "openai-organization", "openai-project");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");
    /// Fields that are the prompt, or its settings in the window.
    private static final List<String> OWN_FIELDS = List.of("model", "messages", "input", "instructions", "system",
            "tools", "stream", "stream_options");
    private static final Duration LONGEST = Duration.ofDays(1);

    private ExtrasCheck() {
    }

    static void check(Extras extras) {
        extras.allHeaders().forEach(ExtrasCheck::checkValue);
        extras.headers().forEach(ExtrasCheck::checkHeader);
        checkBody(extras.body());
        ProxyAddress.of(extras.proxy());
        checkTime("connecting", extras.timeouts().connect());
        checkTime("silence", extras.timeouts().silence());
        checkTime("a whole call", extras.timeouts().whole());
    }

    private static void checkHeader(String name, String value) {
        String known = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new ProviderException("\"" + name + "\" is not the name of a header: write Name: value");
        }
        if (SECRET_NAMES.contains(known) || SECRET_VALUE.matcher(value).matches()) {
            throw new ProviderException("The header " + name
                    + " would keep a key in plain text: enter it as the key of this server instead");
        }
        if (OWN_NAMES.contains(known)) {
            throw new ProviderException("The header " + name + " is written by Cachewright: leave it out");
        }
    }

    private static void checkValue(String name, String value) {
        if (!VALUE.matcher(value).matches()) {
            throw new ProviderException("The header " + name + " has characters that cannot be sent");
        }
    }

    private static void checkBody(String json) {
        if (json.isBlank()) {
            return;
        }
        try {
            RawJson.fields(json).keySet().stream().filter(OWN_FIELDS::contains).findFirst().ifPresent(field -> {
                throw new ProviderException("The extra field " + field + " is written from the prompt: leave it out");
            });
        } catch (InputException e) {
            throw new ProviderException("The extra fields are not a JSON object: " + e.getMessage());
        }
    }

    private static void checkTime(String what, Duration time) {
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw new ProviderException("The time for " + what + " must be between 1 second and 1 day");
        }
    }
}
