package dev.cachewright.cli.whatif;

import dev.cachewright.cache.MissReason;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.Table;
import dev.cachewright.whatif.Answer;
import dev.cachewright.whatif.FanOut;
import dev.cachewright.whatif.Knob;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.SharedPrefixWords;
import dev.cachewright.words.WhatIfWords;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The answers for people.
///
/// @param answers of the prompt's model, one for each lifetime
/// @param others of other models
/// @param curve the first answer as one figure grows; empty where none was asked for
/// @param knob the name of that figure
/// @param plans ways to begin a batch, the best first
/// @param at whose day decides the prices
record WhatIfReport(List<Answer> answers, List<Answer> others, List<Answer> curve, String knob,
        List<FanOut.Plan> plans, Instant at) {

    void print(Console console) {
        Answer first = answers.getFirst();
        console.print(WhatIfWords.load(first.question().load()) + ", " + Numbers.count(first.question().output())
                + (first.question().output() == 1 ? " token out" : " tokens out") + (first.question().pad() > 0
                        ? ", " + WhatIfWords.padding(first.question().pad())
                        : ""));
        console.print("");
        console.print(table(answers, "kept", WhatIfReport::kept, WhatIfReport::remarkInFull));
        console.print("");
        why(first, console);
        if (!others.isEmpty()) {
            console.print("");
            console.print(table(others, "model", answer -> answer.question().model(), WhatIfWords::remark));
            thresholds().forEach(console::print);
        }
        if (!curve.isEmpty()) {
            Knob moved = Arrays.stream(Knob.values()).filter(each -> each.word().equals(knob)).findFirst()
                    .orElseThrow();
            console.print("");
            console.print(table(curve, knob, answer -> WhatIfWords.number(moved.of(answer.question())),
                    WhatIfWords::remark));
        }
        if (!plans.isEmpty()) {
            console.print("");
            console.print(plansTable());
        }
    }

    private static String kept(Answer answer) {
        String word = answer.question().lifetime();
        String kept = WhatIfWords.kept(answer.kept());
        return word.isEmpty() || word.equals(kept.replace(" ", "")) ? kept : word + ", " + kept;
    }

    private static Optional<String> remarkInFull(Answer answer) {
        return WhatIfWords.nothingRead(answer).or(() -> WhatIfWords.remark(answer));
    }

    /// Where thresholds of other models come from that are not the least of their rules.
    private List<String> thresholds() {
        return others.stream().filter(answer -> answer.why() == MissReason.BELOW_THRESHOLD
                && answer.rules().threshold() != answers.getFirst().rules().threshold())
                .flatMap(answer -> SharedPrefixWords.threshold(answer).stream()).distinct().toList();
    }

    private static Table table(List<Answer> answers, String head, Function<Answer, String> name,
            Function<Answer, Optional<String>> remark) {
        var table = new Table("<>>>>>><", head, "warm", "hit rate", "a call", "a day", "30 days", "first token", "");
        answers.forEach(answer -> table.add(name.apply(answer), WhatIfWords.warm(answer),
                WhatIfWords.hitRate(answer), WhatIfWords.money(answer, answer.perCall()),
                WhatIfWords.money(answer, answer.perDay()), WhatIfWords.money(answer, answer.perMonth()),
                WhatIfWords.firstToken(answer), remark.apply(answer).orElse("")));
        return table;
    }

    private void why(Answer answer, Console console) {
        WhatIfWords.why(answer).forEach(console::print);
        answers.stream().skip(1).filter(other -> !WhatIfWords.breakEven(other).equals(WhatIfWords.breakEven(answer)))
                .forEach(other -> WhatIfWords.breakEven(other).forEach(line -> console.print("kept " + kept(other)
                        + ": " + line)));
        console.print("without a cache " + WhatIfWords.money(answer, answer.plainPerDay()) + " a day");
        WhatIfWords.prices(answer, at).ifPresent(console::print);
    }

    private Table plansTable() {
        var table = new Table("<>>>", "start of the batch", "cold", "takes", "cost");
        plans.forEach(plan -> table.add(WhatIfWords.start(plan.start()), Numbers.count(plan.cold()),
                Numbers.time(plan.takes()), WhatIfWords.money(plan.cost())));
        return table;
    }
}
