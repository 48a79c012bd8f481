package dev.cachewright.cli.key;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.Table;
import dev.cachewright.provider.Preset;
import dev.cachewright.provider.Presets;
import dev.cachewright.provider.Profile;
import dev.cachewright.settings.Keys;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists the profiles: where calls go, whether there is a key and where it is kept, and what the cache there does. Prints no key.", mixinStandardHelpOptions = true)
final class KeyListCommand implements Callable<Integer> {

    private final CliParts parts;
    private final CliKeys keys;
    private final Console console;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean isJson;

    KeyListCommand(CliParts parts, CliKeys keys, Console console) {
        this.parts = parts;
        this.keys = keys;
        this.console = console;
    }

    @Override
    public Integer call() {
        Keys all = keys.keys().get();
        List<Profile> profiles = parts.senders().profiles().get().stream()
                .filter(profile -> profile.kind() != Profile.Kind.SIMULATOR).toList();
        var table = new Table("<<<<", "Profile", "Address", "Key", "Cache");
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Profile profile : profiles) {
            Optional<Keys.Kept> kept = all.find(profile.key());
            Optional<String> cache = Presets.of(profile.baseUrl()).map(Preset::id).map(id -> Texts.get("preset." + id));
            table.add(profile.name(), profile.baseUrl(), words(profile, kept), cache.orElse(""));
            array.add(json(profile, kept).put("cache", cache.orElse(null)));
        }
        if (isJson) {
            console.print(JsonNodeFactory.instance.objectNode().set("profiles", array));
        } else {
            console.print(table);
        }
        return ExitStatus.DONE;
    }

    private static String words(Profile profile, Optional<Keys.Kept> kept) {
        return kept.map(found -> found.place() == Keys.Place.ENVIRONMENT
                ? profile.key().variable()
                : Texts.get("servers.place." + word(found.place()))).orElseGet(() -> Texts.get("servers.place.none"));
    }

    private static ObjectNode json(Profile profile, Optional<Keys.Kept> kept) {
        return JsonNodeFactory.instance.objectNode().put("name", profile.name()).put("baseUrl", profile.baseUrl())
                .put("kind", profile.kind().name().toLowerCase(Locale.ROOT)).put("hasKey", kept.isPresent())
                .put("keptIn", kept.map(found -> word(found.place())).orElse(null))
                .put("variable", profile.key().variable().isEmpty() ? null : profile.key().variable());
    }

    static String word(Keys.Place place) {
        return place.name().toLowerCase(Locale.ROOT);
    }
}
