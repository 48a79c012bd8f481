package dev.cachewright.words;

import dev.cachewright.catalog.Money;
import dev.cachewright.divergence.Agreement;
import dev.cachewright.divergence.Cause;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.divergence.Figures;
import dev.cachewright.divergence.Normalising;
import dev.cachewright.divergence.Part;
import dev.cachewright.divergence.Spot;
import dev.cachewright.divergence.TokenText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Why one request left another, in words: one sentence for the window and for `diff`.
public final class WhyWords {

    private final String earlier;
    private final String later;
    private final UnaryOperator<String> blockName;

    /// @param earlier what the earlier request is called inside a sentence: `call 7`, `a.json`
    /// @param later what the later one is called where a sentence begins: `Call 8`, `b.json`
    /// @param blockName the name that people see for a block id
    public WhyWords(String earlier, String later, UnaryOperator<String> blockName) {
        this.earlier = earlier;
        this.later = later;
        this.blockName = blockName;
    }

    /// `Call 8 left call 7 at token 437, in System · policy, line 1: Outfitter’s instead of Outfitters. 1,115 tokens were
    /// billed again, $0.0028.`
    public String sentence(Explanation found) {
        String first = relation(found);
        return found.parts() || found.figures().billedAgain() > 0 ? first + " " + billed(found.figures()) : first;
    }

    /// The same without what was billed again: of requests of which neither was sent before the other.
    public String relation(Explanation found) {
        return switch (found.relation()) {
            case SAME -> Texts.format("why.same", later, earlier);
            case GOES_ON -> Texts.format("why.goes-on", later, earlier, TokenWords.brief(found.figures().common()));
            case ENDS_BEFORE -> Texts.format("why.ends-before", later, earlier);
            case PARTS -> parts(found);
        };
    }

    /// What is said of differences that are left out of account; empty where none are.
    public static String ignored(Explanation found) {
        List<Normalising> ignored = found.findings().ignored().stream().sorted().toList();
        return ignored.isEmpty()
                ? ""
                : Texts.format("why.ignored", ignored.stream().map(form -> Texts.get("why.form." + form.word()))
                        .collect(Collectors.joining(", ")));
    }

    /// What ignoring one more kind of difference would do; empty where it would do nothing.
    public static Optional<String> effect(Explanation found, Normalising form) {
        return switch (found.findings().effects().getOrDefault(form, Normalising.Effect.NONE)) {
            case NONE -> Optional.empty();
            case MOVES -> Optional.of(Texts.format("why.moves", Texts.get("why.form." + form.word())));
            case VANISHES -> Optional.of(Texts.format("why.vanishes", Texts.get("why.form." + form.word())));
        };
    }

    private String parts(Explanation found) {
        String before = word(found.divergence().before(), found.divergence().now());
        String now = word(found.divergence().now(), found.divergence().before());
        Part part = found.later().part();
        if (part.kind() == Part.Kind.SETTING) {
            return Texts.format("why.setting", later, earlier, part.name(), orNothing(now), orNothing(before));
        }
        String form = before.isEmpty() && now.isEmpty() || before.equals(now) ? "why.parts"
                : before.isEmpty() ? "why.parts-new"
                        : now.isEmpty() ? "why.parts-gone" : "why.parts-words";
        String token = TokenWords.brief(found.figures().common().isExact(), found.figures().common().tokens() + 1L);
        return Texts.format(form, later, earlier, token, place(found.later()), now, before);
    }

    private static String orNothing(String value) {
        return value.isEmpty() ? Texts.get("why.not-set") : value;
    }

    /// Without the full stop or comma that follows it in both requests.
    private static String word(String word, String other) {
        int end = word.length();
        int otherEnd = other.length();
        while (end > 1 && otherEnd > 1 && word.charAt(end - 1) == other.charAt(otherEnd - 1)
                && ".,;:!?)\"".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
            otherEnd--;
        }
        return masked(word.substring(0, end));
    }

    private static String masked(String word) {
        return HiddenCharacters.masked(word);
    }

    private String billed(Figures figures) {
        if (figures.billedAgain() == 0) {
            return Texts.get("why.nothing-billed");
        }
        boolean isExact = figures.later().isExact();
        String tokens = TokenWords.about(isExact, Numbers.count(figures.billedAgain()));
        return figures.cost().map(Money::dollars).map(Numbers::money)
                .map(cost -> Texts.format("why.billed", figures.billedAgain(), tokens,
                        TokenWords.about(isExact, cost)))
                .orElseGet(() -> Texts.format("why.billed-unpriced", figures.billedAgain(), tokens));
    }

    /// `System · policy, line 1`, `User 3, line 12`, `Tool find_order`.
    public String place(Spot spot) {
        String part = part(spot.part());
        String named = spot.at().block().isEmpty()
                ? part
                : Texts.format("why.in-block", part, blockName.apply(spot.at().block()));
        boolean hasLine = !spot.at().block().isEmpty() || spot.part().name().isEmpty()
                && spot.part().kind() != Part.Kind.SCHEMA;
        return hasLine ? Texts.format("why.line", named, spot.at().line()) : named;
    }

    /// The name of a part: `System`, `User 3`, `Tool find_order`, `Output schema`.
    public static String part(Part part) {
        return switch (part.kind()) {
            case SETTING -> Texts.format("why.part.setting", part.name());
            case TOOL -> Texts.format("why.part.tool", part.name());
            case SCHEMA -> Texts.get("why.part.schema");
            case INSTRUCTIONS -> Texts.get("why.part.system");
            case MESSAGE -> {
                String role = part.role().equals("system") ? Texts.get("why.part.system")
                        : Texts.format("why.part.message", part.role().isEmpty()
                                ? part.name()
                                : Sentence.capital(part.role()), part.number());
                yield part.name().isEmpty() || part.role().isEmpty() ? role
                        : Texts.format("why.part.piece", role, part.name());
            }
        };
    }

    /// What a cause is, with what it is about.
    public static String cause(Cause cause) {
        String key = "why.cause." + key(cause);
        boolean isLong = !cause.before().isEmpty() && !cause.now().isEmpty();
        return switch (cause.kind()) {
            case TOOLS_CHANGED -> Texts.format(key + (isLong ? ".exchanged" : !cause.now().isEmpty() ? ".added"
                    : !cause.before().isEmpty() ? ".removed" : ".changed"), cause.name(), cause.before(), cause.now());
            case MODEL_CHANGED, CACHE_KEY_CHANGED, SETTING_CHANGED -> Texts.format(key, cause.name(),
                    orNothing(masked(cause.before())), orNothing(masked(cause.now())));
            case ITEM_DROPPED -> Texts.format(key, cause.name(), Integer.parseInt(cause.before()));
            case ITEM_INSERTED -> Texts.format(key, cause.name(), "", Integer.parseInt(cause.now()));
            default -> Texts.format(key, cause.name(), masked(cause.before()), masked(cause.now()));
        };
    }

    /// What mends it, in a short line.
    public static String mend(Cause cause) {
        return Texts.get("why.mend." + key(cause));
    }

    /// The name of a cause in `--json`: `tools reordered`.
    public static String name(Cause cause) {
        return key(cause).replace('-', ' ');
    }

    private static String key(Cause cause) {
        return cause.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the vendor says the same.
    public static String agreement(Agreement agreement, String vendorSays) {
        return switch (agreement) {
            case AGREES -> Texts.format("why.vendor.agrees", vendorSays);
            case DIFFERS -> Texts.format("why.vendor.differs", vendorSays);
            case SAYS_NOTHING -> vendorSays.isEmpty()
                    ? Texts.get("why.vendor.silent")
                    : Texts.format("why.vendor.says-nothing", vendorSays);
        };
    }

    /// The tokens of one side, each in brackets so that its blanks are seen: `[Outfit][ter]`.
    public static String tokens(List<TokenText> tokens, boolean hasIds) {
        return tokens.stream().map(token -> {
            String text = token.text().isEmpty() ? Texts.get("why.frame")
                    : masked(token.text()).replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
            return "[" + text + "]" + (hasIds && !token.text().isEmpty() ? token.id() : "");
        }).collect(Collectors.joining(hasIds ? " " : ""));
    }
}
