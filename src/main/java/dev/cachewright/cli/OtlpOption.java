package dev.cachewright.cli;

import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.print.Console;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.telemetry.Telemetries;
import dev.cachewright.telemetry.Telemetry;
import dev.cachewright.telemetry.TelemetryEndpoint;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// Where the figures of a run are handed on to, if anywhere.
final class OtlpOption {

    @Option(names = "--otlp", paramLabel = "URL", arity = "0..1", preprocessor = Address.class, description = "Send the figures of each call to this OpenTelemetry collector, by OTLP over HTTP; without URL, "
            + "to the one that OTEL_EXPORTER_OTLP_ENDPOINT names. Never prompts, answers or keys.")
    private String url;

    /// Takes the next argument where it is meant as an address, so that a file may stand after the option.
    static final class Address implements IParameterPreprocessor {

        private static final Pattern URL = Pattern.compile("\\w+://.*|[^/\\\\]+:\\d+(/.*)?");

        @Override
        public boolean preprocess(Stack<String> arguments, CommandSpec command, ArgSpec option,
                Map<String, Object> info) {
            boolean isNext = !"=".equals(info.get("separator"));
            if (isNext && (arguments.isEmpty() || !URL.matcher(arguments.peek()).matches())) {
                arguments.push("");
            }
            return false;
        }
    }

    /// Checks the address, before anything is sent anywhere; empty where nothing is to be handed on.
    Optional<TelemetryEndpoint> endpoint(Telemetries telemetries) {
        if (url == null) {
            return Optional.empty();
        }
        String meant = url.isBlank() ? telemetries.usual() : url;
        if (meant.isBlank()) {
            throw new CliProblem("--otlp needs an address where OTEL_EXPORTER_OTLP_ENDPOINT names none: "
                    + "--otlp http://localhost:4318");
        }
        try {
            return Optional.of(TelemetryEndpoint.checked(meant));
        } catch (InputException e) {
            throw new CliProblem(e.getMessage());
        }
    }

    /// Opens the collector, and says once where it does not take what it is sent.
    static Telemetry open(Optional<TelemetryEndpoint> endpoint, Telemetries telemetries, Console console) {
        var isTold = new AtomicBoolean();
        return endpoint.map(there -> telemetries.open(there, words -> {
            if (!words.isEmpty() && isTold.compareAndSet(false, true)) {
                console.say("warning: " + words);
            }
        })).orElseGet(Telemetry::none);
    }
}
