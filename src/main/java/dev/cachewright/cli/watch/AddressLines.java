package dev.cachewright.cli.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.recorder.WatchAddresses;
import dev.cachewright.recorder.WatchAddresses.Client;
import dev.cachewright.recorder.WatchAddresses.Setting;
import dev.cachewright.recorder.WatchedServer;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.List;

/// The addresses of a watch as they are printed.
final class AddressLines {

    private static final int NAME_WIDTH = 12;

    private AddressLines() {
    }

    /// For people.
    static List<String> of(WatchAddresses addresses) {
        var lines = new ArrayList<String>();
        if (addresses.servers().size() == 1) {
            WatchedServer server = addresses.servers().getFirst();
            lines.add("Watching " + server.name() + " at " + server.baseUrl());
        }
        String title = "";
        for (Setting setting : addresses.settings()) {
            String own = Texts.get("watch.client." + setting.client().word());
            if (!own.equals(title)) {
                lines.add(own);
            }
            title = own;
            lines.add("  " + line(setting));
        }
        return lines;
    }

    private static String line(Setting setting) {
        if (setting.client() != Client.OTHER) {
            return setting.line();
        }
        String name = setting.server().name();
        return name + " ".repeat(Math.max(1, NAME_WIDTH - name.length())) + setting.line();
    }

    static ObjectNode json(WatchAddresses addresses, String session) {
        int port = addresses.port();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("port", port).put("session", session);
        ArrayNode all = json.putArray("servers");
        addresses.servers()
                .forEach(server -> all.addObject().put("name", server.name()).put("baseUrl", server.baseUrl())
                        .put("openAiUrl", server.openAiUrl(port)).put("anthropicUrl", server.anthropicUrl(port)));
        return json;
    }
}
