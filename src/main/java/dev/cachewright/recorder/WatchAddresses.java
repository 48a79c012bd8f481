package dev.cachewright.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How applications reach the servers through a recorder: the settings that the usual clients want.
///
/// The settings of agents: their documentation, read in November 2026. Codex would call its own provider over a
/// WebSocket, so that one of another name is given to it. Claude Code sends fewer tools to a host that is not Anthropic's
/// unless it is told not to.
///
/// @param port where the recorder listens
public record WatchAddresses(List<WatchedServer> servers, int port) {

    private static final String OPENAI = "OpenAI";
    private static final String ANTHROPIC = "Anthropic";

    public WatchAddresses {
        servers = List.copyOf(servers);
    }

    /// Who takes a setting.
    public enum Client {
        OPENAI, CODEX, LITELLM, ANTHROPIC, CLAUDE_CODE,
        /// Any client that can be given a base URL.
        OTHER;

        /// In the keys of texts.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What a client is given to reach a server.
    ///
    /// @param line a command of a shell, a line of a file, or the base URL itself
    public record Setting(Client client, WatchedServer server, String line) {
    }

    /// The settings in the order in which they are shown. Where one server is watched, it may speak either API, unless it
    /// is a vendor's own.
    public List<Setting> settings() {
        var settings = new ArrayList<Setting>();
        boolean isOnly = servers.size() == 1;
        servers.stream().filter(server -> isOnly ? !server.name().equals(ANTHROPIC) : server.name().equals(OPENAI))
                .forEach(server -> settings.addAll(ofOpenAi(server)));
        servers.stream().filter(server -> isOnly ? !server.name().equals(OPENAI) : server.name().equals(ANTHROPIC))
                .forEach(server -> settings.addAll(ofAnthropic(server)));
        servers.stream().filter(server -> !isOnly && !List.of(OPENAI, ANTHROPIC).contains(server.name()))
                .forEach(server -> settings.add(new Setting(Client.OTHER, server, server.openAiUrl(port))));
        return settings;
    }

    /// The base URL of a server for clients of its own API; where it may speak either, for those of OpenAI's.
    public String baseUrl(WatchedServer server) {
        return server.name().equals(ANTHROPIC) ? server.anthropicUrl(port) : server.openAiUrl(port);
    }

    private List<Setting> ofOpenAi(WatchedServer server) {
        String url = server.openAiUrl(port);
        return List.of(new Setting(Client.OPENAI, server, "export OPENAI_BASE_URL=" + url),
                new Setting(Client.CODEX, server, "codex -c model_provider=watched -c 'model_providers.watched="
                        + "{name=\"watched\", base_url=\"" + url
                        + "\", env_key=\"OPENAI_API_KEY\", wire_api=\"responses\", supports_websockets=false}'"),
                new Setting(Client.LITELLM, server, "api_base: " + url));
    }

    private List<Setting> ofAnthropic(WatchedServer server) {
        String url = server.anthropicUrl(port);
        return List.of(new Setting(Client.ANTHROPIC, server, "export ANTHROPIC_BASE_URL=" + url),
                new Setting(Client.CLAUDE_CODE, server,
                        "ANTHROPIC_BASE_URL=" + url + " ENABLE_TOOL_SEARCH=true claude"));
    }
}
