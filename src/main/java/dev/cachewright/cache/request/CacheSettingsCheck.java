package dev.cachewright.cache.request;

import dev.cachewright.cache.request.Refusal.Field;
import dev.cachewright.cache.request.Refusal.Reason;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.CacheSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which cache settings of a request its provider refuses, and which are sent.
///
/// Source: OpenAI's prompt caching guide and API reference of 2026-10, Anthropic's prompt caching page of 2026-09.
public final class CacheSettingsCheck {

    /// The most characters of a key. Source: OpenAI's API reference (`maxLength`), 2026-08.
    public static final int LONGEST_KEY = 64;

    private final BreakpointCheck breakpoints;
    private final CacheSettings cache;
    private final CacheDialect dialect;
    private final List<Refusal> refusals = new ArrayList<>();

    private CacheSettingsCheck(BreakpointCheck breakpoints) {
        this.breakpoints = breakpoints;
        this.cache = breakpoints.settings().cache();
        this.dialect = breakpoints.dialect();
        checkMode();
        checkTtl();
        checkRetention();
        checkKey();
    }

    /// The settings of the request whose breakpoints were checked.
    public static CacheSettingsCheck of(BreakpointCheck breakpoints) {
        return new CacheSettingsCheck(breakpoints);
    }

    /// How many characters of a key the API counts: code points, not UTF-16 units.
    public static int lengthOf(String key) {
        return key.codePointCount(0, key.length());
    }

    private void checkMode() {
        if (!modes().isEmpty() && !cache.mode().isEmpty() && !modes().contains(cache.mode())) {
            add(Reason.MODE_UNKNOWN, cache.mode(), modes());
        } else if (!cache.mode().isEmpty() && !takes(Field.MODE)) {
            addUnsupported(Field.MODE, Reason.MODE_NOT_SUPPORTED, Reason.MODE_OF_OTHER_API, cache.mode());
        }
        checkUnread();
        breakpoints.automaticRefusal().ifPresent(reason -> add(reason, cache.mode(), List.of()));
        if (dialect == CacheDialect.OPENAI_BREAKPOINT && cache.mode().equals("explicit")
                && breakpoints.count() == 0) {
            add(Reason.EXPLICIT_WITHOUT_BREAKPOINT, cache.mode(), List.of());
        }
    }

    /// `cache_control` at the top that is no automatic caching here.
    private void checkUnread() {
        String field = MarkForm.CACHE_CONTROL.field();
        String value = breakpoints.settings().extra().getOrDefault(field, "null");
        if (!value.equals("null") && dialect != CacheDialect.UNKNOWN) {
            add(dialect == CacheDialect.ANTHROPIC ? Reason.AUTOMATIC_UNKNOWN : Reason.AUTOMATIC_NOT_READ, field,
                    List.of());
        }
    }

    private void checkTtl() {
        if (cache.ttl().isEmpty() || dialect == CacheDialect.UNKNOWN) {
            return;
        }
        List<String> ttls = breakpoints.terms().map(CacheTerms::ttls).orElse(List.of());
        if (!takes(Field.TTL)) {
            addUnsupported(Field.TTL, Reason.TTL_NOT_SUPPORTED, Reason.TTL_OF_OTHER_API, cache.ttl());
        } else if (!ttls.contains(cache.ttl())) {
            add(Reason.TTL_UNKNOWN, cache.ttl(), ttls());
        } else if (!ttls().contains(cache.ttl())) {
            add(Reason.TTL_OF_RESPONSES_ONLY, cache.ttl(), ttls());
        }
    }

    private void checkRetention() {
        if (cache.retention().isEmpty()) {
            return;
        }
        if (dialect == CacheDialect.UNKNOWN) {
            if (!cache.ttl().isEmpty()) {
                add(Reason.RETENTION_AND_TTL, cache.retention(), List.of());
            }
        } else if (!takes(Field.RETENTION)) {
            addUnsupported(Field.RETENTION, Reason.RETENTION_NOT_SUPPORTED, Reason.RETENTION_OF_OTHER_API,
                    cache.retention());
        } else if (!retentions().contains(cache.retention())) {
            add(Reason.RETENTION_UNKNOWN, cache.retention(), retentions());
        }
    }

    private void checkKey() {
        if (!cache.key().isEmpty() && !takes(Field.KEY)) {
            add(Reason.KEY_NOT_SUPPORTED, "", List.of());
        } else if (isTooLong(cache.key())) {
            add(Reason.KEY_TOO_LONG, Integer.toString(lengthOf(cache.key())), List.of());
        }
    }

    /// It is the model that does not take a field, or only the form in which the request is sent.
    private void addUnsupported(Field field, Reason never, Reason notHere, String value) {
        Optional<Api> other = CacheDialect.apiOf(breakpoints.terms(), form())
                .filter(api -> takes(CacheDialect.of(breakpoints.terms(), MarkForm.of(api, "")), api, field));
        other.ifPresentOrElse(api -> add(notHere, value, List.of(api.word())), () -> add(never, value, List.of()));
    }

    private void add(Reason reason, String value, List<String> allowed) {
        refusals.add(Refusal.ofSetting(reason, value, allowed));
    }

    /// Whether requests have this field where they are sent; of a server that is not known it is assumed.
    public boolean takes(Field field) {
        return takes(dialect, breakpoints.settings().api(), field);
    }

    private boolean takes(CacheDialect dialect, Api api, Field field) {
        return switch (dialect) {
            case UNKNOWN -> field != Field.KEY || api != Api.MESSAGES;
            case OPENAI_BREAKPOINT -> field != Field.RETENTION;
            case OPENAI_PREFIX -> field == Field.RETENTION && !retentions().isEmpty() || field == Field.KEY;
            case ANTHROPIC -> field == Field.MODE || field == Field.TTL || field == Field.BREAKPOINT;
            case OTHER -> field == Field.KEY && api != Api.MESSAGES;
        };
    }

    /// Whether `prompt_cache_options` is sent, with all its fields.
    boolean takesOptions() {
        return dialect == CacheDialect.UNKNOWN
                || form() == MarkForm.BREAKPOINT && takes(Field.MODE);
    }

    private MarkForm form() {
        return MarkForm.of(breakpoints.settings());
    }

    /// Whether a key is longer than any server of OpenAI's API accepts. Without it calls would go to another cache
    /// than the author means, so that nothing is sent at all.
    public static boolean isTooLong(String key) {
        return lengthOf(key) > LONGEST_KEY;
    }

    /// The words that the mode may be; empty where there is none, or the server is not known.
    public List<String> modes() {
        return switch (dialect) {
            case OPENAI_BREAKPOINT -> List.of("implicit", "explicit");
            case ANTHROPIC -> List.of("automatic");
            default -> List.of();
        };
    }

    /// The lifetimes that the request may ask for, the default first.
    public List<String> ttls() {
        List<String> ttls = breakpoints.terms().map(CacheTerms::ttls).orElse(List.of());
        // Twelve hours are offered only in the Responses API (model page of gpt-6.1-terra, 2026-11-19).
        return ttls.stream().filter(ttl -> breakpoints.settings().api() != Api.CHAT || !ttl.equals("12h")).toList();
    }

    /// The values that `prompt_cache_retention` may have.
    public List<String> retentions() {
        return breakpoints.terms().map(CacheTerms::retentions).orElse(List.of());
    }

    /// All that is wrong with the settings; hints too.
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /// What is wrong with one field: why it is not sent, else a hint.
    public Optional<Refusal> refusalOf(Field field) {
        return refusals.stream().filter(refusal -> refusal.reason().field() == field)
                .min((a, b) -> Boolean.compare(a.isHint(), b.isHint()));
    }

    /// The settings without what is refused.
    public CacheSettings sent() {
        return new CacheSettings(sent(Field.MODE, cache.mode()), sent(Field.TTL, cache.ttl()),
                sent(Field.KEY, cache.key()), sent(Field.RETENTION, cache.retention()));
    }

    private String sent(Field field, String value) {
        return refusalOf(field).filter(refusal -> !refusal.isHint()).isPresent() ? "" : value;
    }
}
