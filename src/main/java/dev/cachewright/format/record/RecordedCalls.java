package dev.cachewright.format.record;

import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The calls of a file, and its lines that hold requests of other forms.
///
/// @param passedOver by endpoint, in the order in which they came up
public record RecordedCalls(List<RecordedCall> calls, List<PassedOver> passedOver) {

    private static final String FORMS = "use /v1/chat/completions, /v1/responses, /v1/messages "
            + "or Bedrock's /model/…/converse";

    public RecordedCalls {
        calls = List.copyOf(calls);
        passedOver = List.copyOf(passedOver);
    }

    /// Lines whose requests cannot be read, as their endpoint is not known.
    ///
    /// @param lines how many there are
    /// @param firstLine the number of the first, from 1 on
    public record PassedOver(String endpoint, int lines, int firstLine) {

        private PassedOver plus() {
            return new PassedOver(endpoint, lines + 1, firstLine);
        }
    }

    /// The calls in lines of JSON; blank lines are passed over, and so are lines of endpoints that are not known.
    ///
    /// @throws InputException with the line of the text, and its column where the JSON itself is at fault; also where
    /// there are lines and the endpoint of none is known
    public static RecordedCalls read(String text) {
        var calls = new ArrayList<RecordedCall>();
        Map<String, PassedOver> passedOver = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    RecordedLine line = RecordedLine.of(lines.get(i));
                    Optional<String> unknown = line.unknownEndpoint();
                    if (unknown.isPresent()) {
                        passedOver.merge(unknown.get(), new PassedOver(unknown.get(), 1, i + 1),
                                (known, _) -> known.plus());
                    } else {
                        calls.add(line.call());
                    }
                } catch (InputException e) {
                    throw new InputException(e.getMessage(), i + 1, Math.max(1, e.column()));
                }
            }
        }
        if (calls.isEmpty() && !passedOver.isEmpty()) {
            PassedOver first = passedOver.values().iterator().next();
            throw new InputException("Unknown endpoint \"" + first.endpoint() + "\": " + FORMS, first.firstLine(), 1);
        }
        return new RecordedCalls(calls, List.copyOf(passedOver.values()));
    }
}
