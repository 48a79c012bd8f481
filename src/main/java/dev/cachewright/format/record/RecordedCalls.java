package dev.cachewright.format.record;

import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The calls of a file, and its records that are none.
///
/// @param passedOver those that hold requests of other forms, by endpoint, in the order in which they came up
/// @param unread those that cannot be read, by what is wrong with them, in the order in which they came up
public record RecordedCalls(List<RecordedCall> calls, List<PassedOver> passedOver, List<Unread> unread) {

    private static final String FORMS = "use /v1/chat/completions, /v1/responses, /v1/messages "
            + "or Bedrock's /model/…/converse";

    public RecordedCalls {
        calls = List.copyOf(calls);
        passedOver = List.copyOf(passedOver);
        unread = List.copyOf(unread);
    }

    /// Records that cannot be read.
    ///
    /// @param why what is wrong with the first of them
    /// @param count how many have the same fault
    /// @param firstLine the number of the first, from 1 on
    public record Unread(String why, int count, int firstLine) {

        private Unread plus() {
            return new Unread(why, count + 1, firstLine);
        }
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

    /// The calls in records of JSON ([Records]); what cannot be read is passed over and counted, and so are requests of
    /// endpoints that are not known.
    ///
    /// @throws InputException with line and column where there are records and none of them is a call
    public static RecordedCalls read(String text) {
        var calls = new ArrayList<RecordedCall>();
        Map<String, PassedOver> passedOver = new LinkedHashMap<>();
        Map<String, Unread> unread = new LinkedHashMap<>();
        Optional<InputException> fault = Optional.empty();
        for (Records.Piece piece : Records.of(text)) {
            try {
                RecordedLine line = RecordedLine.of(piece);
                Optional<String> unknown = line.unknownEndpoint();
                if (unknown.isPresent()) {
                    passedOver.merge(unknown.get(), new PassedOver(unknown.get(), 1, piece.line()),
                            (known, _) -> known.plus());
                } else {
                    calls.add(line.call());
                }
            } catch (InputException e) {
                unread.merge(e.getMessage(), new Unread(e.getMessage(), 1, piece.line()), (known, _) -> known.plus());
                fault = fault.or(() -> Optional.of(inFile(e, piece)));
            }
        }
        if (calls.isEmpty() && !passedOver.isEmpty()) {
            PassedOver first = passedOver.values().iterator().next();
            throw new InputException("Unknown endpoint \"" + first.endpoint() + "\": " + FORMS, first.firstLine(), 1);
        }
        if (calls.isEmpty() && fault.isPresent()) {
            throw fault.get();
        }
        return new RecordedCalls(calls, List.copyOf(passedOver.values()), List.copyOf(unread.values()));
    }

    private static InputException inFile(InputException fault, Records.Piece piece) {
        return new InputException(fault.getMessage(), piece.line() + Math.max(1, fault.line()) - 1,
                Math.max(1, fault.column()));
    }
}
