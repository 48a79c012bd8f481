package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.argument.RulesOption;
import dev.cachewright.cli.print.Console;
import dev.cachewright.provider.simulated.Fault;
import dev.cachewright.provider.simulated.FaultPlan;
import dev.cachewright.provider.simulated.SimulatedServer;
import dev.cachewright.provider.simulated.SimulatorOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Runs the simulator until it is interrupted.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private final CliParts parts;
    private final Console console;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "The port; a free one by default.")
    private int port;

    @Option(names = "--rules", paramLabel = "R", description = "Overrides the cache rules of each model.")
    private String rules;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "The seed of the answers.")
    private long seed;

    @Option(names = "--api-key", paramLabel = "KEY", defaultValue = "", description = "The key that calls must carry. Not a real one: other users of this machine can see it.")
    private String apiKey;

    @Option(names = "--rate-limit", paramLabel = "N", defaultValue = "0", description = "Calls per minute; any further call is answered with 429.")
    private int rateLimit;

    @Option(names = "--fault", paramLabel = "NAME[:N]", description = "A way to fail, at every call or each Nth one; docs/commands.md has them all.")
    private String fault;

    @Option(names = "--json", description = "Print the address as a JSON document.")
    private boolean isJson;

    ServeCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535 || rateLimit < 0) {
            throw new CliProblem("--port takes 0 to 65535, --rate-limit 0 or more");
        }
        try (SimulatedServer server = SimulatedServer.start(options(), parts.analyst().get(), parts.tokenizers(),
                parts.stopwatch().instants())) {
            if (isJson) {
                console.print(JsonNodeFactory.instance.objectNode().put("baseUrl", server.baseUrl()).put("port",
                        server.port()));
            } else {
                console.print("Simulator at " + server.baseUrl());
            }
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new CliProblem("The simulator cannot listen on port " + port + ": " + e.getMessage());
        }
        return ExitStatus.DONE;
    }

    private SimulatorOptions options() {
        Optional<RuleSet> named = RulesOption.read(rules);
        return new SimulatorOptions(port, named, seed, apiKey, new SimulatorOptions.Pace(rateLimit, 1), faults());
    }

    private Optional<FaultPlan> faults() {
        if (fault == null) {
            return Optional.empty();
        }
        return Optional.of(FaultPlan.read(fault).orElseThrow(() -> new CliProblem("Unknown fault \"" + fault
                + "\": use one of " + Fault.words() + ", with :N after it where only each Nth call is to fail")));
    }
}
