package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Analysis;
import dev.cachewright.catalog.Correction;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.EstimateJson;
import dev.cachewright.cli.sending.ServerProfile;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Providers;
import dev.cachewright.provider.count.CountComparison;
import dev.cachewright.provider.count.CountResult;
import dev.cachewright.provider.count.ServerCounter;
import dev.cachewright.store.CalibrationFile;
import dev.cachewright.words.FailureWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.TokenWords;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The arguments of `count` that have a server count as well.
final class ServerCountOptions {

    @Option(names = "--on-server", description = "Have the server count the request as well, and tell the difference.")
    private boolean isOnServer;

    @Option(names = "--profile", paramLabel = "P", description = "With --on-server: the server; the simulator by default.")
    private String profile;

    @Option(names = "--keep", description = "With --on-server: keep the difference as a correction of the model, where its counts are estimates.")
    private boolean isKept;

    /// What a server counted.
    ///
    /// @param api in whose form it was counted
    /// @param correction what is kept; empty where nothing is
    /// @param note why nothing is kept though it was asked for; empty where something is, or nobody asked
    record Counted(Profile profile, Api api, CountComparison comparison, Optional<Correction> correction, String note) {

        void print(Console console) {
            int more = comparison.difference();
            String apart = more == 0
                    ? "the same as is counted here"
                    : Numbers.count(Math.abs(more)) + (more > 0 ? " more" : " fewer") + " than the "
                            + TokenWords.brief(comparison.ours()) + " that are counted here";
            console.print("on the server of " + profile.name() + " " + Numbers.count(comparison.server().tokens())
                    + " tokens (" + comparison.server().way().endpoint() + "): " + apart);
            correction.ifPresent(kept -> console.print("kept: " + comparison.model() + " counts as o200k_base times "
                    + Numbers.decimal(kept.low()) + " to " + Numbers.decimal(kept.high()) + ", measured with "
                    + (kept.requests() == 1 ? "one request" : Numbers.count(kept.requests()) + " requests")));
            if (!note.isEmpty()) {
                console.print("not kept: " + note);
            }
        }

        void put(ObjectNode root) {
            root.put("server", comparison.server().tokens()).put("difference", comparison.difference())
                    .put("serverEndpoint", comparison.server().way().endpoint()).put("serverApi", api.word());
            correction.ifPresent(kept -> EstimateJson.put(root.putObject("kept").put("model", comparison.model()),
                    kept));
        }
    }

    /// @throws CliProblem where the arguments do not go together
    void check() {
        if (!isOnServer && (isKept || profile != null)) {
            throw new CliProblem("--keep and --profile go with --on-server");
        }
    }

    /// Has the server count what was counted here; empty where nobody asked for it.
    ///
    /// @throws CliProblem where the server cannot or does not count
    Optional<Counted> count(Analysis analysis, CliParts parts) {
        if (!isOnServer) {
            return Optional.empty();
        }
        Profile target = profile == null ? Profile.simulator() : ServerProfile.named(parts, profile);
        LocalDate day = LocalDate.ofInstant(parts.stopwatch().now(), ZoneOffset.UTC);
        try (Providers providers = parts.senders().providers().get()) {
            ServerCounter.Compared compared = new ServerCounter(providers).compare(target, analysis.destination(),
                    analysis.sent(), day, new Cancellation());
            CountComparison comparison = compared.comparison()
                    .orElseThrow(() -> new CliProblem(problem(compared.result())));
            Api api = ServerCounter.asked(target, analysis.sent()).request().settings().api();
            return Optional.of(kept(target, api, comparison, parts));
        }
    }

    private Counted kept(Profile target, Api api, CountComparison comparison, CliParts parts) {
        if (!isKept) {
            return new Counted(target, api, comparison, Optional.empty(), "");
        }
        if (comparison.isExact()) {
            return new Counted(target, api, comparison, Optional.empty(),
                    comparison.model() + " is counted exactly and takes no correction");
        }
        var file = CalibrationFile.beside(Path.of(parts.analyst().get().catalog().ownFile()));
        Optional<Correction> correction = comparison.keep(file, target);
        return new Counted(target, api, comparison, correction, correction.isPresent()
                ? ""
                : "calibration.json has a correction of your own for " + comparison.model() + ", which stays");
    }

    /// Why a server has not counted, in a sentence.
    static String problem(CountResult result) {
        return switch (result) {
            case CountResult.Failed failed -> FailureWords.sentence(failed.failure());
            case CountResult.Impossible impossible -> impossible.reason();
            case CountResult.Cancelled _ -> "The count was cancelled";
            case CountResult.Counted _ -> "";
        };
    }
}
