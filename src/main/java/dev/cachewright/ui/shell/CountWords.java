package dev.cachewright.ui.shell;

import dev.cachewright.catalog.Correction;
import dev.cachewright.provider.count.CountComparison;
import dev.cachewright.ui.workspace.CountModel;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;

/// What is said of a count by the server.
final class CountWords {

    private CountWords() {
    }

    static String title(CountModel.Outcome outcome) {
        return switch (outcome) {
            case CountModel.Compared compared -> Texts.format("count-on-server.title", compared.profile().name(),
                    Numbers.count(compared.comparison().server().tokens()));
            case CountModel.Problem _ -> Texts.get("count-on-server.failed");
        };
    }

    static String message(CountModel.Outcome outcome) {
        return switch (outcome) {
            case CountModel.Compared compared -> difference(compared.comparison()) + " " + kept(compared);
            case CountModel.Problem problem -> problem.words();
        };
    }

    private static String difference(CountComparison comparison) {
        int more = comparison.difference();
        String ours = TokenWords.full(comparison.ours());
        String key = more == 0 ? "count-on-server.same" : more > 0 ? "count-on-server.more" : "count-on-server.fewer";
        return Texts.format(key, ours, Numbers.count(Math.abs(more)), comparison.server().way().endpoint());
    }

    private static String kept(CountModel.Compared compared) {
        String model = compared.comparison().model();
        if (compared.kept().isPresent()) {
            Correction correction = compared.kept().get();
            return Texts.format("count-on-server.kept", model, Numbers.decimal(correction.typical()),
                    Numbers.decimal(correction.low()), Numbers.decimal(correction.high()), correction.requests());
        }
        if (!compared.isKeeping()) {
            return compared.comparison().server().ids().isPresent() ? Texts.get("count-on-server.shown") : "";
        }
        return Texts.format(compared.comparison().isExact()
                ? "count-on-server.exact"
                : "count-on-server.own", model);
    }
}
