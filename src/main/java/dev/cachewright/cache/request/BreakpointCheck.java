package dev.cachewright.cache.request;

import dev.cachewright.cache.request.BreakpointPlaces.Place;
import dev.cachewright.cache.request.Refusal.Reason;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which breakpoints of a prompt its provider refuses, and which are sent.
///
/// What is refused is left out of the request, so that the call goes on. Source: OpenAI's prompt caching guide of
/// 2026-10, Anthropic's prompt caching page of 2026-09.
public final class BreakpointCheck {

    private static final String FIVE_MINUTES = "5m";
    private static final String ONE_HOUR = "1h";

    private final Settings settings;
    private final Optional<CacheTerms> terms;
    private final RuleFamily family;
    private final List<Place> places;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Place> taken = new ArrayList<>();
    private Optional<Reason> automatic = Optional.empty();

    private BreakpointCheck(Settings settings, Optional<CacheTerms> terms, List<Place> places) {
        this.settings = settings;
        this.terms = terms;
        this.family = RuleFamily.of(terms, settings.api());
        this.places = places;
        places.stream().filter(Place::isMarked).forEach(this::check);
        switch (family) {
            case OPENAI_BREAKPOINT -> checkOpenAi();
            case ANTHROPIC -> checkAnthropic();
            default -> {
            }
        }
    }

    /// @param terms how the model's cache works where the prompt is sent; empty for a model that is not known, which is
    /// sent what the author says
    public static BreakpointCheck of(Prompt prompt, Optional<CacheTerms> terms) {
        return new BreakpointCheck(prompt.settings(), terms, BreakpointPlaces.of(prompt));
    }

    /// The same for what is sent for one row.
    public static BreakpointCheck of(Request request, Optional<CacheTerms> terms) {
        return new BreakpointCheck(request.settings(), terms, BreakpointPlaces.of(request));
    }

    private void check(Place place) {
        Optional<Reason> reason = switch (family) {
            case OPENAI_PREFIX -> Optional.of(Reason.MODEL_TAKES_NO_BREAKPOINTS);
            case OTHER -> Optional.of(Reason.SERVER_TAKES_NO_BREAKPOINTS);
            default -> place.refusal(settings.api(), family != RuleFamily.UNKNOWN);
        };
        reason.ifPresentOrElse(why -> refusals.add(Refusal.of(why, place.blockId())), () -> taken.add(place));
    }

    private void checkOpenAi() {
        int slots = terms.orElseThrow().slots() - (settings.cache().mode().equals("explicit") ? 0 : 1);
        for (int i = 0; i < taken.size(); i++) {
            Place place = taken.get(i);
            if (!place.ttl().isEmpty()) {
                refusals.add(new Refusal(Reason.BREAKPOINT_TTL, place.blockId(), place.ttl(), List.of()));
            }
            if (i < taken.size() - slots) {
                refusals.add(new Refusal(Reason.NOT_WRITTEN, place.blockId(), Integer.toString(slots), List.of()));
            }
        }
    }

    private void checkAnthropic() {
        CacheTerms known = terms.orElseThrow();
        for (Place place : taken) {
            if (!place.ttl().isEmpty() && !known.ttls().contains(place.ttl())) {
                refusals.add(new Refusal(Reason.BREAKPOINT_TTL, place.blockId(), place.ttl(), known.ttls()));
            }
        }
        while (taken.size() > known.slots()) {
            refuse(taken.getLast(), Reason.TOO_MANY, known.slots());
        }
        automatic = settings.cache().mode().equals("automatic") ? automaticRefusal(known.slots()) : Optional.empty();
        checkOrder();
    }

    private Optional<Reason> automaticRefusal(int slots) {
        if (taken.size() >= slots) {
            return Optional.of(Reason.AUTOMATIC_WITHOUT_SLOT);
        }
        boolean isOther = !taken.isEmpty() && taken.getLast().blockId().equals(places.getLast().blockId())
                && !ttlOf(taken.getLast()).equals(requestTtl());
        return isOther ? Optional.of(Reason.AUTOMATIC_WITH_OTHER_TTL) : Optional.empty();
    }

    private void checkOrder() {
        boolean isAutomatic = settings.cache().mode().equals("automatic") && automatic.isEmpty();
        boolean isLongBehind = isAutomatic && requestTtl().equals(ONE_HOUR);
        for (Place place : List.copyOf(taken).reversed()) {
            if (ttlOf(place).equals(ONE_HOUR)) {
                isLongBehind = true;
            } else if (isLongBehind) {
                refuse(place, Reason.SHORT_BEFORE_LONG, 0);
            }
        }
    }

    private void refuse(Place place, Reason reason, int limit) {
        taken.remove(place);
        refusals.add(new Refusal(reason, place.blockId(), limit == 0 ? "" : Integer.toString(limit), List.of()));
    }

    private String ttlOf(Place place) {
        return place.ttl().isEmpty() ? requestTtl() : place.ttl();
    }

    private String requestTtl() {
        CacheSettings cache = settings.cache();
        boolean isTaken = terms.isEmpty() || terms.get().ttls().contains(cache.ttl());
        return isTaken && !cache.ttl().isEmpty() ? cache.ttl() : FIVE_MINUTES;
    }

    /// All that is wrong with the breakpoints; hints too, whose breakpoints are sent.
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /// What is wrong with the breakpoint behind a block: why it is not sent, else a hint.
    public Optional<Refusal> refusalOf(String blockId) {
        return refusals.stream().filter(refusal -> refusal.blockId().equals(blockId))
                .min((a, b) -> Boolean.compare(a.isHint(), b.isHint()));
    }

    /// The breakpoints that are sent, in the order of the request, each with the lifetime of its own that is sent.
    public List<Breakpoint> sent() {
        return taken.stream().map(place -> new Breakpoint(place.blockId(), sentTtl(place))).toList();
    }

    private String sentTtl(Place place) {
        boolean isRefused = refusals.stream().anyMatch(refusal -> refusal.reason() == Reason.BREAKPOINT_TTL
                && refusal.blockId().equals(place.blockId()));
        return isRefused ? "" : place.ttl();
    }

    /// Why no further breakpoint may be set behind a block; empty where one may.
    public Optional<Refusal> refusalOfNew(String blockId) {
        var more = new BreakpointCheck(settings, terms, places.stream()
                .map(place -> place.blockId().equals(blockId) ? place.marked() : place).toList());
        return more.refusals.stream().filter(refusal -> !refusal.isHint())
                .filter(refusal -> refusal.blockId().equals(blockId) || refusal.reason() == Reason.TOO_MANY)
                .findFirst();
    }

    /// How many breakpoints one request may write, those that the provider sets by itself included; 0 where it takes
    /// none.
    public int slots() {
        boolean takes = family == RuleFamily.OPENAI_BREAKPOINT || family == RuleFamily.ANTHROPIC;
        return takes ? terms.orElseThrow().slots() : 0;
    }

    Settings settings() {
        return settings;
    }

    Optional<CacheTerms> terms() {
        return terms;
    }

    RuleFamily family() {
        return family;
    }

    /// Why automatic caching is refused; empty where it is not, or not asked for.
    Optional<Reason> automaticRefusal() {
        return automatic;
    }

    Api api() {
        return settings.api();
    }
}
