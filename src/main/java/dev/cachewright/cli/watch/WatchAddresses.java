package dev.cachewright.cli.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.recorder.WatchedServer;
import java.util.ArrayList;
import java.util.List;

/// The lines to copy, with which applications reach the servers through the recorder.
///
/// The settings of agents: their documentation, read in November 2026. Codex would call its own provider over a
/// WebSocket, so that one of another name is given to it.
record WatchAddresses(List<WatchedServer> servers, int port) {

    private static final String OPENAI = "OpenAI";
    private static final String ANTHROPIC = "Anthropic";
    private static final String EXPORT_OPENAI = "  export OPENAI_BASE_URL=";
    private static final String EXPORT_ANTHROPIC = "  export ANTHROPIC_BASE_URL=";
    private static final int NAME_WIDTH = 12;

    WatchAddresses {
        servers = List.copyOf(servers);
    }

    /// For people.
    List<String> lines() {
        return servers.size() == 1 ? only(servers.getFirst()) : all();
    }

    /// A server that may speak either API, unless it is a vendor's own.
    private List<String> only(WatchedServer server) {
        var lines = new ArrayList<String>();
        lines.add("Watching " + server.name() + " at " + server.baseUrl());
        if (!server.name().equals(ANTHROPIC)) {
            lines.add(EXPORT_OPENAI + server.openAiUrl(port));
        }
        if (!server.name().equals(OPENAI)) {
            lines.add(EXPORT_ANTHROPIC + server.anthropicUrl(port));
        }
        return lines;
    }

    private List<String> all() {
        var lines = new ArrayList<String>();
        servers.stream().filter(server -> server.name().equals(OPENAI)).forEach(server -> {
            String url = server.openAiUrl(port);
            lines.addAll(List.of("OpenAI", EXPORT_OPENAI + url, "Codex", "  " + codex(url),
                    "LiteLLM, in litellm_params of its config.yaml", "  api_base: " + url));
        });
        servers.stream().filter(server -> server.name().equals(ANTHROPIC)).forEach(server -> lines.addAll(List
                .of("Anthropic, and Claude Code", EXPORT_ANTHROPIC + server.anthropicUrl(port))));
        lines.add("Others, as base URL of an OpenAI client");
        servers.stream().filter(server -> !List.of(OPENAI, ANTHROPIC).contains(server.name()))
                .forEach(server -> lines.add("  " + server.name()
                        + " ".repeat(Math.max(1, NAME_WIDTH - server.name().length())) + server.openAiUrl(port)));
        return lines;
    }

    private static String codex(String url) {
        return "codex -c model_provider=watched -c 'model_providers.watched={name=\"watched\", base_url=\"" + url
                + "\", env_key=\"OPENAI_API_KEY\", wire_api=\"responses\", supports_websockets=false}'";
    }

    ObjectNode json(String session) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("port", port).put("session", session);
        ArrayNode all = json.putArray("servers");
        servers.forEach(server -> all.addObject().put("name", server.name()).put("baseUrl", server.baseUrl())
                .put("openAiUrl", server.openAiUrl(port)).put("anthropicUrl", server.anthropicUrl(port)));
        return json;
    }
}
