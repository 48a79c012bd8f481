package dev.cachewright.words;

import dev.cachewright.advice.Advice;
import dev.cachewright.advice.Fix;
import dev.cachewright.advice.Gain;
import dev.cachewright.advice.Rule;
import dev.cachewright.advice.Spot;
import dev.cachewright.advice.Telling;
import dev.cachewright.catalog.Money;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import java.util.List;
import java.util.Optional;

/// Advice in words: what to do, why, where, and what it brings.
public final class AdviceWords {

    /// Characters of a name on a button.
    private static final int LONGEST = 24;
    /// Where advice on text that changes has the second such text.
    private static final int SECOND = 3;
    /// And how many there are.
    private static final int COUNT = 4;

    private AdviceWords() {
    }

    /// What to do in a few words, where an edit does it, else what is wrong.
    public static String title(Advice advice) {
        String way = advice.better().isPresent() ? "advice-or." : "advice-fix.";
        return advice.fix().map(fix -> Texts.format(way + fix.word(), target(fix), subject(advice)))
                .orElseGet(() -> what(advice.telling()));
    }

    /// What a rule is about, whatever it found.
    public static String rule(Rule rule) {
        return Texts.get("advice-rule." + rule.id());
    }

    /// What is moved: a text, or two of them, or two and how many more.
    private static String subject(Advice advice) {
        String text = oneLine(advice.spot().text());
        List<Object> args = advice.telling().args();
        if (text.isEmpty()) {
            return Texts.get("advice.block");
        }
        long texts = args.size() > COUNT ? ((Number) args.get(COUNT)).longValue() : 1;
        if (texts < 2) {
            return Texts.format("advice.text", text);
        }
        String second = oneLine(args.get(SECOND).toString());
        return texts == 2 ? Texts.format("advice.and-second", text, second)
                : Texts.format("advice.and-second-more", text, second, texts - 2);
    }

    /// What an edit does, for a button beside what it is about.
    public static String button(Fix fix) {
        String target = target(fix);
        return Texts.format("advice-do." + fix.word(), target.length() <= LONGEST ? target
                : target.substring(0, LONGEST).strip() + "…");
    }

    private static String target(Fix fix) {
        return fix.word().equals("use-api") ? Texts.get("header.api." + fix.target()) : fix.target();
    }

    /// What was found, in a sentence, and in another what would mend the same.
    public static String why(Advice advice) {
        return found(advice) + advice.better().map(better -> " " + Texts.format("advice.one-of-two", subject(better)))
                .orElse("");
    }

    private static String found(Advice advice) {
        Telling telling = advice.telling();
        if (telling.refusal().isPresent()) {
            return Sentence.of(Sentence.capital(RefusalWords.line(telling.refusal().get())));
        }
        return telling.cause().map(cause -> Texts.format("advice.parts", WhyWords.cause(cause)))
                .orElseGet(() -> Texts.format("advice." + telling.key(), arguments(telling)));
    }

    private static String what(Telling telling) {
        return telling.refusal().map(refusal -> Sentence.capital(RefusalWords.of(refusal)))
                .or(() -> telling.cause().map(WhyWords::cause))
                .orElseGet(() -> Texts.format("advice-title." + telling.key(), arguments(telling)));
    }

    private static Object[] arguments(Telling telling) {
        return telling.args().stream().map(arg -> arg instanceof Number number
                ? number.longValue()
                : oneLine(arg.toString())).toArray();
    }

    private static String oneLine(String text) {
        return HiddenCharacters.masked(text.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    /// Where it is: `System · clock, line 1`, or the name of a setting.
    public static String place(Advice advice, Prompt prompt) {
        Spot spot = advice.spot();
        Optional<Block> block = prompt.block(spot.blockId());
        if (block.isEmpty()) {
            return spot.field().isEmpty() ? Texts.get("advice.request") : Texts.format("advice.field", spot.field());
        }
        String name = Texts.get("block-card.role." + block.get().role().word()) + " · " + block.get().name();
        boolean isWhole = spot.text().isEmpty();
        long line = block.get().content().substring(0, Math.min(spot.start(), block.get().content().length())).chars()
                .filter(c -> c == '\n').count() + 1;
        return isWhole ? name : Texts.format("advice.line", name, line);
    }

    /// What it brings in a few words; of what a provider refuses that alone.
    public static String gain(Advice advice) {
        boolean isRefused = advice.telling().refusal().filter(refusal -> !refusal.isHint()).isPresent();
        return isRefused && !advice.gain().isGain() ? Texts.get("advice.refused") : gain(advice.gain());
    }

    /// What it brings in a few words: `+1,920 cached · −$0.0041 a call`.
    public static String gain(Gain gain) {
        long tokens = gain.cachedTokens();
        Optional<Money> saved = gain.costPerCall().filter(money -> money.picoDollars() != 0);
        if (tokens == 0 && saved.isEmpty()) {
            return Texts.get("advice.no-gain");
        }
        String cached = tokens == 0 ? "" : Texts.format("advice.cached", signed(tokens));
        String cost = saved.map(money -> Texts.format("advice.a-call",
                (money.picoDollars() > 0 ? "−" : "+") + Numbers.money(absolute(money).dollars()))).orElse("");
        return cached.isEmpty() || cost.isEmpty() ? cached + cost : cached + " · " + cost;
    }

    private static String signed(long tokens) {
        return (tokens > 0 ? "+" : "−") + Numbers.count(Math.abs(tokens));
    }

    private static Money absolute(Money money) {
        return new Money(Math.abs(money.picoDollars()));
    }
}
