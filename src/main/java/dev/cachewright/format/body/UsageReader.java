package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.session.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads usage objects in the forms of servers, gateways and SDKs ([UsageForm]). What a server left out stays unknown,
/// and so does what cannot be: a negative count, one that no request can have, and more of a part than of the whole.
public final class UsageReader {

    private static final String FOR_LONG = "ephemeral_1h_input_tokens";
    private static final String COMPACTION = "compaction";
    private static final long MOST = Usage.MOST;
    private static final int LONGEST_QUOTE = 60;

    private final JsonNode usage;
    private final UsageForm form;
    private final String json;
    private final long mostInput;
    private final List<String> unreadable = new ArrayList<>();

    private UsageReader(JsonNode usage, UsageForm form, String json, long mostInput) {
        this.usage = usage;
        this.form = form;
        this.json = json;
        this.mostInput = mostInput;
    }

    /// @param json the usage object; empty or `null` where the server sent none
    public static Usage read(String json) {
        return read(json, "");
    }

    /// The usage of a request, where what its body rules out cannot be read either.
    ///
    /// @param body of the request; empty where it is not known
    public static Usage read(String json, String body) {
        if (json.isBlank() || json.strip().equals("null")) {
            return Usage.unknown();
        }
        try {
            JsonNode usage = RawJson.tree(json);
            if (!usage.isObject()) {
                return unreadable(json);
            }
            JsonNode sum = withCompaction((ObjectNode) usage);
            Optional<UsageForm> form = usage.isEmpty() ? Optional.of(UsageForm.OPENAI) : UsageForm.of(sum);
            if (form.isEmpty()) {
                return unreadable(json);
            }
            Usage read = withFirst(new UsageReader(sum, form.get(), json, MOST).read(), usage);
            // Reading the body takes time, and no request is too short for a small count.
            if (body.isEmpty() || read.input().orElse(0) <= body.length()) {
                return read;
            }
            long most = InputBound.of(body).orElse(MOST);
            return read.input().getAsLong() <= most
                    ? read
                    : new UsageReader(sum, form.get(), json, Math.min(most, MOST)).read();
        } catch (InputException _) {
            return unreadable(json);
        }
    }

    private static Usage unreadable(String json) {
        return Usage.unreadable(json, "usage " + quoted(json));
    }

    private static String quoted(String json) {
        return json.length() > LONGEST_QUOTE ? json.substring(0, LONGEST_QUOTE) + "…" : json;
    }

    /// Anthropic bills a compaction beside the answer that follows it, and leaves it out of the totals: its counts are
    /// added. Other iterations are in them, or are those of another model.
    private static JsonNode withCompaction(ObjectNode usage) {
        JsonNode iterations = usage.path("iterations");
        if (iterations.isEmpty()) {
            return usage;
        }
        ObjectNode sum = usage.deepCopy();
        for (JsonNode iteration : iterations) {
            if (iteration.path("type").asText("").equals(COMPACTION)) {
                add(sum, iteration);
            }
        }
        return sum;
    }

    /// The request is what the first pass reads, the compaction; the next ones read what it left.
    private static Usage withFirst(Usage sum, JsonNode usage) {
        JsonNode first = usage.path("iterations").path(0);
        return first.path("type").asText("").equals(COMPACTION)
                ? new Usage(sum.input(), sum.cached(), sum.written(), sum.longWritten(), sum.output(), sum.raw(),
                        sum.unreadable(), Optional.of(read(first.toString())))
                : sum;
    }

    private static void add(ObjectNode sum, JsonNode more) {
        for (String name : List.of("input_tokens", "cache_read_input_tokens", "cache_creation_input_tokens",
                "output_tokens")) {
            if (more.path(name).canConvertToLong() && sum.path(name).canConvertToLong()) {
                sum.put(name, sum.path(name).longValue() + more.path(name).longValue());
            }
        }
        String byLifetime = "cache_creation";
        JsonNode forLong = more.path(byLifetime).path(FOR_LONG);
        if (sum.get(byLifetime) instanceof ObjectNode lifetimes && forLong.canConvertToLong()) {
            lifetimes.put(FOR_LONG, lifetimes.path(FOR_LONG).longValue() + forLong.longValue());
        }
    }

    private Usage read() {
        OptionalLong input = first(form.input()).within(mostInput);
        boolean isInclusive = form.isInclusive() && !isShortOfCached(input);
        long whole = isInclusive ? input.orElse(mostInput) : mostInput;
        OptionalLong cached = first(form.cached()).within(whole);
        OptionalLong written = first(form.written()).within(isInclusive ? whole - cached.orElse(0) : whole);
        OptionalLong all = isInclusive ? input : sum(input, cached, written);
        Count forLong = form == UsageForm.CONVERSE ? longOfConverse() : first(form.longWritten());
        OptionalLong longWritten = forLong.within(written.orElse(MOST));
        return new Usage(all, cached, written, longWritten, first(form.output()).value(), json, unreadable);
    }

    /// The AI SDK before version 6 passed on Anthropic's input, which excludes what was read.
    private boolean isShortOfCached(OptionalLong input) {
        return form == UsageForm.VERCEL && input.isPresent() && first(form.cached()).value().orElse(0) > input
                .getAsLong();
    }

    /// A part that cannot be right leaves the sum unknown; one that is not there is nothing.
    private OptionalLong sum(OptionalLong rest, OptionalLong cached, OptionalLong written) {
        return rest.isEmpty() || !unreadable.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(rest.getAsLong() + cached.orElse(0) + written.orElse(0));
    }

    /// A count and what it is called.
    private final class Count {

        private final String name;
        private final OptionalLong value;

        private Count(String name, OptionalLong value) {
            this.name = name;
            this.value = value;
        }

        private OptionalLong value() {
            return value;
        }

        /// The count, where it is not more than what it is a part of.
        private OptionalLong within(long whole) {
            if (value.isPresent() && value.getAsLong() > whole) {
                unreadable.add(name + " " + value.getAsLong());
                return OptionalLong.empty();
            }
            return value;
        }
    }

    /// The count at the first of these paths that has one.
    private Count first(List<String> paths) {
        for (String path : paths) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            OptionalLong value = number(parent(path), name);
            if (value.isPresent()) {
                return new Count(name, value);
            }
        }
        return new Count("", OptionalLong.empty());
    }

    /// The object that a path leads to; one that is something else cannot be read.
    private JsonNode parent(String path) {
        JsonNode node = usage;
        int from = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
            String name = path.substring(from, slash);
            from = slash + 1;
            JsonNode part = node.path(name);
            boolean isAlternative = part.isIntegralNumber() && form == UsageForm.VERCEL;
            if (!part.isObject() && !part.isMissingNode() && !part.isNull() && !isAlternative) {
                refuse(name, part);
            }
            node = part;
        }
        return node;
    }

    private void refuse(String name, JsonNode value) {
        String words = name + " " + quoted(value.toString());
        if (!unreadable.contains(words)) {
            unreadable.add(words);
        }
    }

    /// Converse lists what was written by its lifetime.
    private Count longOfConverse() {
        for (JsonNode detail : usage.path("cacheDetails")) {
            if (detail.path("ttl").asText("").equals("1h")) {
                return new Count(FOR_LONG, number(detail, "inputTokens"));
            }
        }
        return new Count("", OptionalLong.empty());
    }

    private OptionalLong number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull() || value.isObject() && form == UsageForm.VERCEL) {
            return OptionalLong.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0
                || value.longValue() > MOST) {
            refuse(name, value);
            return OptionalLong.empty();
        }
        return OptionalLong.of(value.longValue());
    }
}
