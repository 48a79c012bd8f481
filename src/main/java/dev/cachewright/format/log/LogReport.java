package dev.cachewright.format.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What was found in logs.
///
/// @param calls that were handed on
/// @param forms how many of them were of each form, in the order in which the forms came up
/// @param unread what could not be read, by its reason
/// @param passedOver what was read and is no call that reached a model, by its reason
/// @param bytes taken from the logs, as they are on disk
/// @param isCancelled whether reading ended before the logs did
public record LogReport(int files, long calls, SequencedMap<String, Long> forms, List<LeftOut> unread,
        List<LeftOut> passedOver, long bytes, boolean isCancelled) {

    /// Why a log was left out that was given before.
    static final String AGAIN = "given twice: read once";

    /// Why a call was left out that another record had before.
    static final String SAME_ANSWER = "the same call again, by the id of its answer: counted once";

    public LogReport {
        forms = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(forms));
        unread = List.copyOf(unread);
        passedOver = List.copyOf(passedOver);
    }

    /// Records that were left out for one reason.
    ///
    /// @param first the place of the first of them
    public record LeftOut(String reason, long count, LogPlace first) {

        LeftOut plus() {
            return new LeftOut(reason, count + 1, first);
        }
    }

    /// Logs that were given twice, and read once.
    public Optional<LeftOut> again() {
        return passedOver(AGAIN);
    }

    /// Calls that several records had, and that were counted once.
    public Optional<LeftOut> sameAnswers() {
        return passedOver(SAME_ANSWER);
    }

    private Optional<LeftOut> passedOver(String reason) {
        return passedOver.stream().filter(left -> left.reason().equals(reason)).findFirst();
    }

    /// How many records could not be read.
    public long unreadCount() {
        return unread.stream().mapToLong(LeftOut::count).sum();
    }
}
