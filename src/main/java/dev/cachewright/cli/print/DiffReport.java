package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.divergence.Cause;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.divergence.Normalising;
import dev.cachewright.divergence.Spot;
import dev.cachewright.divergence.TokenText;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import dev.cachewright.words.WhyWords;
import java.util.List;
import java.util.function.UnaryOperator;

/// What `diff` says of two requests.
public final class DiffReport {

    private static final String IDENTICAL = "identical";

    private final Explanation found;
    private final Side a;
    private final Side b;
    private final boolean hasIds;

    /// @param hasIds whether tokens are shown with their ids
    public DiffReport(Explanation found, Side a, Side b, boolean hasIds) {
        this.found = found;
        this.a = a;
        this.b = b;
        this.hasIds = hasIds;
    }

    /// One of the two requests.
    public record Side(String name, TokenRange tokens) {
    }

    /// The fields that others rely on first, then those of the explanation.
    public ObjectNode json() {
        Divergence divergence = found.divergence();
        TokenRange common = found.figures().common();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("commonTokens", common.tokens())
                .put("tokensA", a.tokens().tokens()).put("tokensB", b.tokens().tokens())
                .put("path", divergence.body().path()).put("offset", found.later().body().offset())
                .put("reason", reason()).put("a", divergence.before()).put("b", divergence.now())
                .put("exact", a.tokens().isExact() && b.tokens().isExact());
        EstimateJson.put(json, "commonBand", common);
        EstimateJson.put(json, "bandA", a.tokens());
        EstimateJson.put(json, "bandB", b.tokens());
        putPlace(json);
        putCauses(json);
        putTokens(json.putArray("differingA"), found.earlier().tokens());
        putTokens(json.putArray("differingB"), found.later().tokens());
        json.put("billedAgain", found.figures().billedAgain());
        found.figures().cost().ifPresentOrElse(cost -> json.put("cost", cost.dollars()), () -> json.putNull("cost"));
        return json;
    }

    private String reason() {
        return found.divergence().reason().isEmpty() ? IDENTICAL : found.divergence().reason();
    }

    /// `block` is null where the request has no blocks; line and column are then in the text of the part.
    private void putPlace(ObjectNode json) {
        Spot later = found.later();
        json.put("relation", switch (found.relation()) {
            case SAME -> IDENTICAL;
            case GOES_ON -> "goes on";
            case ENDS_BEFORE -> "ends before";
            case PARTS -> "parts";
        });
        if (found.relation() == Explanation.Relation.SAME) {
            return;
        }
        json.put("part", WhyWords.part(later.part()));
        json.put("block", later.at().block().isEmpty() ? null : later.at().block());
        json.put("line", later.at().line()).put("column", later.at().column());
    }

    private void putCauses(ObjectNode json) {
        ArrayNode causes = json.putArray("causes");
        for (Cause cause : found.findings().causes()) {
            causes.addObject().put("cause", WhyWords.name(cause)).put("text", WhyWords.cause(cause))
                    .put("fix", WhyWords.mend(cause));
        }
        ArrayNode ignored = json.putArray("ignored");
        found.findings().ignored().stream().sorted().map(Normalising::word).forEach(ignored::add);
        ArrayNode vanishes = json.putArray("vanishesWithout");
        found.findings().effects().forEach((form, effect) -> {
            if (effect == Normalising.Effect.VANISHES) {
                vanishes.add(form.word());
            }
        });
    }

    private void putTokens(ArrayNode list, List<TokenText> tokens) {
        for (TokenText token : tokens) {
            ObjectNode json = list.addObject().put("text", token.text());
            if (hasIds) {
                json.put("id", token.id());
            }
        }
    }

    public void print(Console console) {
        Divergence divergence = found.divergence();
        var table = new Table("<><", "request", "tokens", "text");
        table.add(a.name(), TokenWords.brief(a.tokens()), divergence.before());
        table.add(b.name(), TokenWords.brief(b.tokens()), divergence.now());
        console.print(table);
        console.print("");
        if (divergence.reason().isEmpty()) {
            console.print("identical as prompts");
        } else {
            console.print(new WhyWords(a.name(), b.name(), UnaryOperator.identity()).sentence(found));
            console.print(place());
        }
        console.print(TokenWords.full(found.figures().common()) + " in common");
        printFindings(console);
    }

    /// `the messages differ at character 2 of question (input_changed at /input/1/content, character 2)`.
    private String place() {
        Spot later = found.later();
        String block = later.at().block().isEmpty()
                ? ""
                : " at character " + Numbers.count(later.at().offset() + 1L) + " of " + later.at().block();
        return Texts.get("change." + found.divergence().reason()) + block + " (" + found.divergence().reason() + " at "
                + later.body().path() + ", character " + Numbers.count(later.body().offset() + 1L) + ")";
    }

    private void printFindings(Console console) {
        if (!found.earlier().tokens().isEmpty() || !found.later().tokens().isEmpty()) {
            console.print("tokens: " + WhyWords.tokens(found.earlier().tokens(), hasIds) + " became "
                    + WhyWords.tokens(found.later().tokens(), hasIds));
        }
        for (Cause cause : found.findings().causes()) {
            console.print("cause: " + WhyWords.cause(cause) + ". " + WhyWords.mend(cause));
        }
        for (Normalising form : Normalising.values()) {
            WhyWords.effect(found, form).ifPresent(words -> console.print("--ignore " + form.word() + ": " + words));
        }
        String ignored = WhyWords.ignored(found);
        if (!ignored.isEmpty()) {
            console.print(ignored);
        }
    }
}
