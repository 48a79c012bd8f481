package dev.cachewright.prompt.changing;

import dev.cachewright.prompt.changing.ChangingSpan.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words with a digit that name or count something of one call: told by their form, or by the words before them.
final class Names {

    private static final Pattern UUID = Pattern.compile(Forms.UUID);
    /// Crockford's base 32; the first ten characters are a moment, which begins with 01 until 2039.
    private static final Pattern ULID = Pattern.compile("01[0-9A-HJKMNP-TV-Z]{24}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{24,128}|[0-9A-F]{24,128}");
    private static final Pattern SHORT_HEX = Pattern.compile("[0-9a-f]{7,40}");
    private static final Pattern TRACE_PARENT = Pattern.compile("(?:00-)?[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{1,2}");
    /// What servers put before their ids.
    private static final Pattern PREFIXED = Pattern.compile("(?:req|sess|msg|chatcmpl|call|toolu|thread|run|conv|resp|"
            + "evt|trace|job)[-_](?=[A-Za-z0-9]*\\d)[A-Za-z0-9]{10,}");
    private static final Set<String> REVISION = CalendarWords.words("commit commits sha revision rev head git");
    private static final Set<String> REVISION_GLUE = CalendarWords.words("is at id hash the on current latest");
    private static final Set<String> PINNED = CalendarWords.words("sha256 sha384 sha512 sha1 integrity uses checksum");
    private static final Set<String> CHANCE = CalendarWords.words("""
            nonce salt cch buster cachebuster cachebust random rand
            """);
    /// A commit of which something is told is a fixed one: `commit 9f8c1d2 was taken back`.
    private static final Pattern HISTORY = Pattern.compile(" (?:was|were|had|has been|broke|brought|introduced|added|"
            + "removed|fixed|reverted|changed)\\b");
    /// A UUID that is the name of a thing, such as a schema, not of a call.
    private static final String URN = "urn:uuid:";
    private static final int LONGEST = 200;
    private static final int HISTORY_WITHIN = 16;
    private static final int LEAST_SEED = 5;
    /// What is shorter is told by the word before it alone.
    private static final int LEAST_FORM = 14;

    private final String text;
    private final Ids ids;
    private final Counters counters;

    Names(String text) {
        this.text = text;
        this.ids = new Ids(text);
        this.counters = new Counters(text);
    }

    Optional<ChangingSpan> at(int start, int end) {
        if (end - start > LONGEST) {
            return Optional.empty();
        }
        String word = text.substring(start, end);
        if (UUID.matcher(word).matches()) {
            boolean isNil = word.chars().filter(c -> c != '-').distinct().count() == 1;
            return isNil || isUrnOfAThing(start) ? Optional.empty() : span(start, end, Kind.UUID);
        }
        if (end - start < LEAST_FORM && !Lead.isAfterWord(text, start)) {
            return Optional.empty();
        }
        Lead lead = Lead.before(text, start);
        return form(word, start, lead).or(() -> chance(word, start, lead)).or(() -> ids.at(start, end, lead))
                .or(() -> counters.at(start, end, lead));
    }

    private Optional<ChangingSpan> form(String word, int start, Lead lead) {
        int end = start + word.length();
        if (ULID.matcher(word).matches() || TRACE_PARENT.matcher(word).matches() || PREFIXED.matcher(word).matches()
                && Mixture.changes(word) >= 2) {
            return span(start, end, Kind.ID);
        }
        boolean isMixed = Mixture.digits(word) > 0 && Mixture.letters(word) > 0;
        boolean isPinned = lead.hasWord(PINNED, 1) || start > 0 && "@#-/".indexOf(text.charAt(start - 1)) >= 0;
        if (!isMixed || isPinned) {
            return Optional.empty();
        }
        boolean isRevision = SHORT_HEX.matcher(word).matches()
                && REVISION.contains(lead.word(lead.skip(0, REVISION_GLUE))) && !isHistory(end);
        Matcher hex = HEX.matcher(word);
        if (isRevision) {
            return span(start, end, Kind.HASH);
        }
        return hex.matches() && !Ids.isNamed(lead) ? span(start, end, Kind.HASH) : Optional.empty();
    }

    /// Whether words lead to a URN, and none of them says that it is new with a call.
    private boolean isUrnOfAThing(int start) {
        int first = start - URN.length();
        if (!text.startsWith(URN, first)) {
            return false;
        }
        Lead lead = Lead.before(text, first);
        return !lead.words().isEmpty() && !Ids.isNamed(lead);
    }

    private boolean isHistory(int end) {
        return HISTORY.matcher(text).region(end, Math.min(text.length(), end + HISTORY_WITHIN)).lookingAt();
    }

    /// Random on purpose. A seed that is short is chosen, to have the same each time.
    private Optional<ChangingSpan> chance(String word, int start, Lead lead) {
        if (lead.gap().indexOf('(') >= 0) {
            return Optional.empty();
        }
        int index = lead.skip(0, Set.of("is", "number", "value", "id"));
        boolean isNonce = CHANCE.contains(lead.word(index)) && (lead.isAssigned() || lead.word(index).equals("nonce"));
        boolean isSeed = lead.word(0).equals("seed")
                && (lead.word(1).equals("random") || lead.isAssigned() && word.length() >= LEAST_SEED);
        if (!isNonce && !isSeed) {
            return Optional.empty();
        }
        return span(start, Ids.end(text, start, start + word.length()), Kind.NONCE);
    }

    private static Optional<ChangingSpan> span(int start, int end, Kind kind) {
        return Optional.of(new ChangingSpan(start, end, kind));
    }
}
