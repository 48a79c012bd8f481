package dev.cachewright.format.traffic;

import dev.cachewright.format.body.InputBound;
import dev.cachewright.session.Usage;
import java.util.regex.Pattern;

/// Tells a recorded request whose text is not what was sent: gateways and loggers take texts out, or cut them. Of such a
/// request nothing can be said but what its server reported.
final class LostText {

    /// What LiteLLM writes in the place of each text.
    private static final String TAKEN_OUT = "\"redacted-by-litellm\"";
    private static final Pattern NO_MESSAGES = Pattern.compile("\"messages\"\\s*:\\s*\"");
    /// So few tokens may be all that is left of a request that had more.
    private static final int FEW = 2_000;
    /// Tokenizers that are not public make up to twice as many tokens as are counted here of text in Latin letters.
    private static final int TIMES = 2;
    /// And up to three of each other character.
    private static final int OTHER = 3;
    /// What servers put around a request.
    private static final int AROUND = 300;
    /// The same where it has tools, or a schema for the answer.
    private static final int AROUND_TOOLS = 1_300;
    private static final Pattern TOOLS = Pattern.compile("\"(?:tools|functions|schema)\"");
    /// The model goes over the request several times, and all of that is reported as input.
    private static final Pattern SEVERAL_TIMES = Pattern.compile("\"mode\"\\s*:\\s*\"pro\"");
    /// A request of another kind is not read whole.
    private static final Pattern MESSAGES = Pattern.compile("\"(?:messages|input)\"\\s*:");

    private LostText() {
    }

    /// @param counted tokens of the body, as they are counted here
    static boolean isIn(String body, int counted, Usage usage) {
        if (counted < FEW && (body.contains(TAKEN_OUT) || NO_MESSAGES.matcher(body).find())) {
            return true;
        }
        long reported = usage.ofRequest().input().orElse(0);
        return reported > (long) TIMES * counted + AROUND
                && reported > (long) TIMES * counted + (TOOLS.matcher(body).find() ? AROUND_TOOLS : AROUND)
                        + OTHER * others(body)
                && MESSAGES.matcher(body).find() && !SEVERAL_TIMES.matcher(body).find() && InputBound.isWhole(body);
    }

    /// Characters beyond ASCII, also those that are written as `\\u`.
    private static long others(String body) {
        return body.chars().filter(each -> each > 127).count()
                + Pattern.compile("\\\\u").matcher(body).results().count();
    }
}
