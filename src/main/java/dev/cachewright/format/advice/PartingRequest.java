package dev.cachewright.format.advice;

import dev.cachewright.advice.AdviceRule;
import dev.cachewright.advice.Candidate;
import dev.cachewright.advice.Candidate.Worth;
import dev.cachewright.advice.Confidence;
import dev.cachewright.advice.Rule;
import dev.cachewright.advice.Severity;
import dev.cachewright.advice.Spot;
import dev.cachewright.advice.Subject;
import dev.cachewright.advice.Telling;
import dev.cachewright.analysis.Comparison;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.SecondRequest;
import dev.cachewright.divergence.Cause;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.divergence.Part;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.divergence.Explainer;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Why a second request parts from the shown one, as the explanation of misses says it: an edited history (L06), another
/// setting (L07), rewritten arguments (L19), line ends (L20), a sliding window (L21), and the like.
public final class PartingRequest implements AdviceRule {

    @Override
    public List<Candidate> find(Subject subject) {
        return subject.input().compared().flatMap(second -> explanation(subject, second))
                .map(found -> found.findings().causes().stream()
                        .flatMap(cause -> candidate(subject, found, cause).stream()).toList())
                .orElse(List.of());
    }

    private static Optional<Explanation> explanation(Subject subject, SecondRequest second) {
        Row shown = subject.input().values().row(subject.input().row());
        Destination destination = subject.analysis().destination();
        Prompt beside = second.beside(subject.prompt()).withSettings(second.asMade().settings());
        try {
            return Optional.of(Explainer.explain(
                    side(body(beside, second.beside(shown), destination), destination),
                    side(body(subject.prompt(), shown, destination), destination), Set.of(), subject.input().at()));
        } catch (InputException _) {
            return Optional.empty();
        }
    }

    private static Explainer.Side side(String body, Destination destination) {
        return new Explainer.Side(body, List.of(), destination);
    }

    private static String body(Prompt prompt, Row row, Destination destination) {
        return RequestBodyWriter.write(destination.requests().of(Renderer.render(prompt, row)), false).json();
    }

    private static Optional<Candidate> candidate(Subject subject, Explanation found, Cause cause) {
        return rule(cause.kind(), found.later().part()).map(rule -> {
            boolean isSetting = rule == Rule.L07 || rule == Rule.L13;
            Spot spot = isSetting ? Spot.setting(field(cause), cause.now())
                    : subject.analysis().comparison().map(Comparison::changes).orElse(List.of()).stream().findFirst()
                            .flatMap(change -> subject.prompt().block(change.blockId())
                                    .map(block -> Spot.of(block, change.start(), change.end())))
                            .orElseGet(Spot::request);
            return new Candidate(rule, rule == Rule.L21 || rule == Rule.L20 || rule == Rule.L19
                    ? Severity.WARNING
                    : Severity.ERROR, Confidence.PROVEN, spot, Telling.of(cause), Worth.ALWAYS, List.of());
        });
    }

    private static String field(Cause cause) {
        return switch (cause.kind()) {
            case MODEL_CHANGED -> "model";
            case CACHE_KEY_CHANGED -> "cache.key";
            default -> cause.name();
        };
    }

    /// The rule of a cause; none where another rule looks at it.
    private static Optional<Rule> rule(Cause.Kind kind, Part part) {
        boolean isTool = part.kind() == Part.Kind.TOOL || part.kind() == Part.Kind.SCHEMA;
        return switch (kind) {
            case MODEL_CHANGED, SETTING_CHANGED, SCHEMA_CHANGED -> Optional.of(Rule.L07);
            case CACHE_KEY_CHANGED -> Optional.of(Rule.L13);
            case KEYS_REORDERED -> Optional.of(Rule.L19).filter(_ -> !isTool);
            case LINE_ENDS, UNICODE_FORM -> Optional.of(Rule.L20);
            case ITEM_DROPPED -> Optional.of(Rule.L21);
            case COMPACTED, ITEM_INSERTED, HISTORY_EDITED -> Optional.of(Rule.L06);
            case SIGNED_ADDRESS -> Optional.of(Rule.L17);
            case BREAKPOINT_MOVED, BREAKPOINT_REMOVED -> Optional.of(Rule.L09);
            case TOOLS_REORDERED, TOOLS_CHANGED, TIME, ID, VALUE_CHANGED, TEXT_EDITED -> Optional.empty();
        };
    }
}
