package dev.cachewright.cli.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.print.Console;
import dev.cachewright.provider.Profile;
import dev.cachewright.settings.Keys;
import dev.cachewright.settings.Secret;
import dev.cachewright.words.Texts;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "set", description = "Reads the key of a profile without showing it, or from standard input, and keeps it in the keychain of the system.", mixinStandardHelpOptions = true)
final class KeySetCommand implements Callable<Integer> {

    private final CliParts parts;
    private final CliKeys keys;
    private final Console console;

    @Parameters(paramLabel = "PROFILE", description = "The profile whose server is sent the key.")
    private String name;

    @Option(names = "--in-file", description = "Where there is no keychain, keep it in a file that only you can read.")
    private boolean mayUseFile;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean isJson;

    KeySetCommand(CliParts parts, CliKeys keys, Console console) {
        this.parts = parts;
        this.keys = keys;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Profile profile = KeyCommand.profile(parts, name);
        if (profile.key().isNone()) {
            throw new CliProblem("The profile " + profile.name() + " sends no key");
        }
        Optional<String> typed = keys.input().read("Key of " + profile.name() + " for " + profile.baseUrl() + ": ");
        Secret secret = Secret.of(typed.orElseThrow(
                () -> new CliProblem("No key was entered: type it, or pipe it in as one line")));
        Keys all = keys.keys().get();
        Keys.Place place = all.set(profile.key(), secret, mayUseFile).orElseThrow(() -> new CliProblem(
                "This system offers no keychain that can be used now: give --in-file to keep the key in "
                        + all.file().path() + ", which only you can read"));
        report(profile, all, place);
        return ExitStatus.DONE;
    }

    private void report(Profile profile, Keys all, Keys.Place place) {
        if (isJson) {
            console.print(JsonNodeFactory.instance.objectNode().put("profile", profile.name())
                    .put("keptIn", KeyListCommand.word(place)));
        } else {
            console.print("The key of " + profile.name() + " is kept: "
                    + Texts.get("servers.place." + KeyListCommand.word(place)));
        }
        if (all.find(profile.key()).filter(found -> found.place() == place).isEmpty()) {
            console.say("note: " + profile.key().variable()
                    + " is set in the environment, and is sent as long as it is");
        }
    }
}
