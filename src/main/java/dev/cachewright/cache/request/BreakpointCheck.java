package dev.cachewright.cache.request;

import dev.cachewright.cache.request.Refusal.Reason;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which breakpoints of a request its provider refuses, and which are sent.
///
/// What is refused is left out of the request, so that the call goes on. Source: OpenAI's prompt caching guide of
/// 2026-10, Anthropic's prompt caching page of 2026-09.
public final class BreakpointCheck {

    private static final String FIVE_MINUTES = "5m";
    private static final String AUTOMATIC = "automatic";

    private final Settings settings;
    private final Optional<CacheTerms> terms;
    private final CacheDialect dialect;
    private final List<BreakpointPlace> places;
    private final List<Refusal> refusals = new ArrayList<>();
    /// The places whose breakpoints are sent.
    private final List<BreakpointPlace> accepted = new ArrayList<>();
    private Optional<Reason> automatic = Optional.empty();

    private BreakpointCheck(Settings settings, Optional<CacheTerms> terms, List<BreakpointPlace> places) {
        this.settings = settings;
        this.terms = terms;
        this.dialect = CacheDialect.of(terms, MarkForm.of(settings));
        this.places = places;
        places.stream().filter(BreakpointPlace::isMarked).forEach(this::check);
        switch (dialect) {
            case OPENAI_BREAKPOINT -> checkOpenAi();
            case ANTHROPIC -> checkAnthropic();
            default -> {
            }
        }
    }

    /// @param terms how the model's cache works where the request is sent; empty for a model that is not known, which
    /// is sent what the author set
    static BreakpointCheck of(Request request, Optional<CacheTerms> terms) {
        return new BreakpointCheck(request.settings(), terms, BreakpointPlace.of(request));
    }

    /// Whether a check of `request` would give the same result: its settings, blocks and breakpoints are those of this
    /// one, and the same blocks are empty.
    boolean holdsFor(Request request) {
        return request.settings().equals(settings) && BreakpointPlace.of(request).equals(places);
    }

    private void check(BreakpointPlace place) {
        Optional<Refusal> refusal = switch (dialect) {
            case UNKNOWN -> place.refusal(settings, false).filter(_ -> place.own().isEmpty())
                    .map(why -> refusal(why, place));
            case OPENAI_BREAKPOINT, ANTHROPIC -> place.refusalOfMark(Optional.of(MarkForm.of(settings)))
                    .or(() -> place.refusal(settings, true)).map(why -> refusal(why, place));
            case OPENAI_PREFIX, OTHER -> place.refusalOfMark(Optional.empty())
                    .map(why -> refusal(why, place)).or(() -> Optional.of(refusalOfAll(place)));
        };
        refusal.ifPresentOrElse(refusals::add, () -> accepted.add(place));
    }

    private static Refusal refusal(Reason reason, BreakpointPlace place) {
        boolean isAboutMarker = reason == Reason.MARKER_NOT_READ || reason == Reason.MARKER_UNKNOWN;
        return refusal(reason, place, isAboutMarker ? place.own().flatMap(ItemPart::mark).orElseThrow().words() : "",
                List.of());
    }

    private static Refusal refusal(Reason reason, BreakpointPlace place, String value, List<String> allowed) {
        return new Refusal(reason, place.blockId(), place.part(), value, allowed);
    }

    /// Why a model takes no breakpoint at all.
    private Refusal refusalOfAll(BreakpointPlace place) {
        if (dialect == CacheDialect.OPENAI_PREFIX) {
            return refusal(Reason.MODEL_TAKES_NO_BREAKPOINTS, place);
        }
        return other().map(api -> refusal(Reason.BREAKPOINT_OF_OTHER_API, place, "", List.of(api.word())))
                .orElseGet(() -> refusal(Reason.SERVER_TAKES_NO_BREAKPOINTS, place));
    }

    /// The form of requests in which the model accepts breakpoints, where it does so in the other one only.
    private Optional<Api> other() {
        return CacheDialect.apiOf(terms, MarkForm.of(settings))
                .filter(api -> CacheDialect.of(terms, MarkForm.of(api, "")) != CacheDialect.OPENAI_PREFIX);
    }

    private void checkOpenAi() {
        List<String> ttls = terms.orElseThrow().ttls();
        int slots = terms.orElseThrow().slots() - (settings.cache().mode().equals("explicit") ? 0 : 1);
        for (int i = 0; i < accepted.size(); i++) {
            BreakpointPlace place = accepted.get(i);
            if (!place.ttl().isEmpty() && !ttls.contains(place.ttl())) {
                refusals.add(refusalOfTtl(place, ttls));
            }
            if (i < accepted.size() - slots) {
                refusals.add(refusal(Reason.NOT_WRITTEN, place, Integer.toString(slots), List.of()));
            }
        }
    }

    private void checkAnthropic() {
        CacheTerms known = terms.orElseThrow();
        var marks = new TreeMap<Integer, String>();
        Map<BreakpointPlace, Integer> indices = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            indices.putIfAbsent(places.get(i), i);
        }
        for (BreakpointPlace place : accepted) {
            if (!place.ttl().isEmpty() && !known.ttls().contains(place.ttl())) {
                refusals.add(refusalOfTtl(place, known.ttls()));
            }
            marks.put(indices.get(place), ttlOf(place));
        }
        AnthropicMarks checked = AnthropicMarks.of(marks, automaticMark(), known.slots());
        automatic = checked.automatic();
        checked.refused().forEach((index, reason) -> {
            BreakpointPlace place = places.get(index);
            String limit = reason == Reason.TOO_MANY ? Integer.toString(known.slots()) : "";
            refusals.add(refusal(reason, place, limit, List.of()));
        });
        accepted.removeIf(place -> checked.refused().containsKey(indices.get(place)));
    }

    private static Refusal refusalOfTtl(BreakpointPlace place, List<String> ttls) {
        return refusal(place.own().isEmpty() ? Reason.BREAKPOINT_TTL : Reason.MARKER_TTL, place, place.ttl(), ttls);
    }

    private Optional<Map.Entry<Integer, String>> automaticMark() {
        if (!settings.cache().mode().equals(AUTOMATIC)) {
            return Optional.empty();
        }
        return places.stream().filter(BreakpointPlace::isCacheable).reduce((first, second) -> second)
                .map(last -> Map.entry(places.indexOf(last), requestTtl()));
    }

    private String ttlOf(BreakpointPlace place) {
        return place.ttl().isEmpty() ? requestTtl() : place.ttl();
    }

    private String requestTtl() {
        String wanted = settings.cache().ttl();
        boolean isSupported = terms.isEmpty() || terms.get().ttls().contains(wanted);
        return isSupported && !wanted.isEmpty() ? wanted : FIVE_MINUTES;
    }

    /// All that is wrong with the breakpoints; hints too, whose breakpoints are sent.
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /// What is wrong with the breakpoint after a block: why it is not sent, else a hint.
    public Optional<Refusal> refusalOf(String blockId) {
        return refusals.stream().filter(refusal -> refusal.part().isEmpty() && refusal.blockId().equals(blockId))
                .min((a, b) -> Boolean.compare(a.isHint(), b.isHint()));
    }

    /// The breakpoints that are sent, in the order of the request, each with the lifetime that is sent for it.
    public List<Breakpoint> sent() {
        Set<String> refused = refusals.stream().filter(refusal -> refusal.part().isEmpty())
                .filter(refusal -> refusal.reason() == Reason.BREAKPOINT_TTL)
                .map(Refusal::blockId).collect(Collectors.toSet());
        return accepted.stream().filter(place -> place.own().isEmpty())
                .map(place -> new Breakpoint(place.blockId(), refused.contains(place.blockId()) ? "" : place.ttl()))
                .toList();
    }

    /// Why no further breakpoint may be set after a block; empty where one may.
    public Optional<Refusal> refusalOfNew(String blockId) {
        var more = new BreakpointCheck(settings, terms, places.stream()
                .map(place -> place.isEndOf(blockId) ? place.marked() : place).toList());
        return more.refusals.stream().filter(refusal -> !refusal.isHint())
                .filter(refusal -> refusal.blockId().equals(blockId) || refusal.reason() == Reason.TOO_MANY)
                .findFirst();
    }

    /// The breakpoints that reach the server: those that are sent, and the markers in JSON that it reads.
    public int count() {
        return accepted.size();
    }

    /// Which of the breakpoints that are written the one after a block is, from 1 on; empty where it is not written.
    public OptionalInt numberOf(String blockId) {
        return numberOf(place -> place.isEndOf(blockId));
    }

    private OptionalInt numberOf(Predicate<BreakpointPlace> wanted) {
        List<BreakpointPlace> written = accepted.stream().filter(place -> refusals.stream().noneMatch(
                refusal -> refusal.reason() == Reason.NOT_WRITTEN && isAbout(refusal, place))).toList();
        return IntStream.range(0, written.size()).filter(i -> wanted.test(written.get(i))).map(i -> i + 1).findFirst();
    }

    private static boolean isAbout(Refusal refusal, BreakpointPlace place) {
        return refusal.blockId().equals(place.blockId()) && refusal.part().equals(place.part());
    }

    /// The markers in the JSON of blocks, by the block that has some.
    public Map<String, List<OwnMarker>> ownMarkers() {
        return places.stream().filter(place -> place.own().isPresent())
                .collect(Collectors.groupingBy(BreakpointPlace::blockId, Collectors.mapping(
                        place -> new OwnMarker(place.part().getAsInt(), numberOf(place::equals), refusals.stream()
                                .filter(refusal -> isAbout(refusal, place)).findFirst()),
                        Collectors.toList())));
    }

    /// A marker in JSON that is sent as it is.
    ///
    /// @param part the number of the tool or content block that carries it, from 1 on
    /// @param number which of the breakpoints that are written it is, from 1 on; empty where it is none
    /// @param refusal what is wrong with it; empty where nothing is
    public record OwnMarker(int part, OptionalInt number, Optional<Refusal> refusal) {
    }

    /// How many breakpoints one request may write, those that the provider sets by itself included; 0 where it accepts
    /// none.
    public int slots() {
        boolean takes = dialect == CacheDialect.OPENAI_BREAKPOINT || dialect == CacheDialect.ANTHROPIC;
        return takes ? terms.orElseThrow().slots() : 0;
    }

    Settings settings() {
        return settings;
    }

    Optional<CacheTerms> terms() {
        return terms;
    }

    CacheDialect dialect() {
        return dialect;
    }

    /// Why automatic caching is refused; empty where it is not, or not asked for.
    Optional<Reason> automaticRefusal() {
        return automatic;
    }
}
