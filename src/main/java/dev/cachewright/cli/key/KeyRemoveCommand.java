package dev.cachewright.cli.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.print.Console;
import dev.cachewright.provider.Profile;
import dev.cachewright.settings.Keys;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Removes the key of a profile from the keychain and the file. One in the environment stays.", mixinStandardHelpOptions = true)
final class KeyRemoveCommand implements Callable<Integer> {

    private final CliParts parts;
    private final CliKeys keys;
    private final Console console;

    @Parameters(paramLabel = "PROFILE", description = "The profile whose key is removed.")
    private String name;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean isJson;

    KeyRemoveCommand(CliParts parts, CliKeys keys, Console console) {
        this.parts = parts;
        this.keys = keys;
        this.console = console;
    }

    @Override
    public Integer call() {
        Profile profile = KeyCommand.profile(parts, name);
        Keys all = keys.keys().get();
        boolean wasThere = all.remove(profile.key());
        if (isJson) {
            console.print(
                    JsonNodeFactory.instance.objectNode().put("profile", profile.name()).put("removed", wasThere));
        } else {
            console.print(wasThere ? "The key of " + profile.name() + " is removed" : "There was no key to remove");
        }
        if (all.find(profile.key()).isPresent()) {
            console.say("note: " + profile.key().variable() + " is still set in the environment, and is sent");
        }
        return wasThere ? ExitStatus.DONE : ExitStatus.NO;
    }
}
