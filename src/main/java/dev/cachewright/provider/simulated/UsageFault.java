package dev.cachewright.provider.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Usage objects as no server should write them.
final class UsageFault {

    private static final String USAGE = "usage";
    /// What holds the usage besides the answer itself: an event of Responses, and one of Messages.
    private static final List<String> HOLDERS = List.of("response", "message");
    private static final long HUGE = 1_000_000_000_000L;
    private static final int DIGITS = 1_000;
    private static final int DEPTH = 50_000;
    private static final int LONG_TEXT = 20 << 20;

    private UsageFault() {
    }

    /// An answer or event with what the fault makes of its usage.
    static ObjectNode in(ObjectNode body, Fault fault) {
        change(body, fault);
        HOLDERS.stream().map(body::get).filter(ObjectNode.class::isInstance)
                .forEach(holder -> change((ObjectNode) holder, fault));
        return body;
    }

    private static void change(ObjectNode holder, Fault fault) {
        if (fault == Fault.NO_USAGE) {
            holder.remove(USAGE);
        }
        if (!(holder.get(USAGE) instanceof ObjectNode usage)) {
            return;
        }
        JsonNodeFactory json = JsonNodeFactory.instance;
        switch (fault) {
            case USAGE_NEGATIVE -> setCounts(usage, json.numberNode(-7));
            case USAGE_HUGE -> setCounts(usage, json.numberNode(HUGE));
            case USAGE_DIGITS -> setCounts(usage, BigIntegerNode.valueOf(BigInteger.TEN.pow(DIGITS - 1)));
            case USAGE_NESTED -> usage.putRawValue("nested", new RawValue("[".repeat(DEPTH) + "]".repeat(DEPTH)));
            case USAGE_TEXT -> firstCount(usage).ifPresent(name -> usage.put(name, "7".repeat(LONG_TEXT)));
            default -> {
            }
        }
    }

    private static void setCounts(ObjectNode usage, JsonNode figure) {
        for (Map.Entry<String, JsonNode> field : List.copyOf(usage.properties())) {
            if (field.getValue() instanceof ObjectNode within) {
                setCounts(within, figure);
            } else if (field.getValue().isIntegralNumber()) {
                usage.set(field.getKey(), figure);
            }
        }
    }

    private static Optional<String> firstCount(ObjectNode usage) {
        return usage.propertyStream().filter(field -> field.getValue().isIntegralNumber()).map(Map.Entry::getKey)
                .findFirst();
    }
}
