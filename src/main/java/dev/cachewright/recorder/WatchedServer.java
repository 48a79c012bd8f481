package dev.cachewright.recorder;

import dev.cachewright.catalog.RuleSet;
import dev.cachewright.provider.BaseUrl;
import dev.cachewright.provider.Preset;
import dev.cachewright.provider.Presets;
import dev.cachewright.provider.Profile;
import dev.cachewright.recorder.http.PassThrough;
import dev.cachewright.recorder.http.Route;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A server whose calls are watched, and how an application reaches it through the recorder.
///
/// @param name as people know it
/// @param baseUrl of the server itself, as an application would have it
/// @param prefix of the paths that go there; empty where all do
public record WatchedServer(String name, String baseUrl, String prefix) {

    private static final String ANTHROPIC = "https://api.anthropic.com:443";
    private static final Pattern LOOPBACK = Pattern.compile("http://(?:localhost|127\\.[\\d.]+|\\[::1])(?::.*)?");
    private static final String VERSION = "/v1";

    /// The providers and programs that are known by their address, each under a path of its own: a path after it is the
    /// server's own, whatever it is.
    public static List<WatchedServer> known() {
        return Presets.all().stream().filter(preset -> preset.kind() != Profile.Kind.AZURE).map(WatchedServer::of)
                .toList();
    }

    /// Any other server, to which all paths go.
    ///
    /// @throws dev.cachewright.provider.ProviderException where the address is none that can be called
    public static WatchedServer at(String baseUrl) {
        String checked = BaseUrl.checked(baseUrl);
        String name = Presets.of(checked).map(Preset::name)
                .orElseGet(() -> Profile.compatible(checked, Optional.empty()).name());
        return new WatchedServer(name, checked, "");
    }

    private static WatchedServer of(Preset preset) {
        return new WatchedServer(preset.name(), preset.baseUrl(), "/" + preset.id());
    }

    /// The base URL for an application that speaks OpenAI's API.
    public String openAiUrl(int port) {
        return root(port) + (prefix.isEmpty() ? hasVersion() ? VERSION : "" : path());
    }

    /// The base URL for an application that speaks Anthropic's API, whose clients add the version.
    public String anthropicUrl(int port) {
        String url = openAiUrl(port);
        return url.endsWith(VERSION) ? url.substring(0, url.length() - VERSION.length()) : url;
    }

    private String root(int port) {
        return "http://" + PassThrough.HOST + ":" + port + prefix;
    }

    private String path() {
        String path = URI.create(baseUrl).getRawPath();
        return path == null ? "" : path;
    }

    private boolean hasVersion() {
        return path().endsWith(VERSION);
    }

    Route route() {
        String path = hasVersion() ? path().substring(0, path().length() - VERSION.length()) : path();
        String origin = baseUrl.substring(0, baseUrl.length() - path().length());
        return new Route(name, prefix, URI.create(prefix.isEmpty() ? origin + path : origin));
    }

    /// The rules of its cache; empty for those of each model.
    Optional<RuleSet> rules() {
        return Presets.likelyRulesOf(baseUrl);
    }

    /// The environment variable that its key is usually in; empty where none is known.
    String keyVariable() {
        return Presets.variableOf(baseUrl);
    }

    /// Whether Claude is another vendor's guest there. What runs on this computer stands for the vendor.
    boolean isElsewhere() {
        return !BaseUrl.origin(baseUrl).equals(ANTHROPIC) && !LOOPBACK.matcher(BaseUrl.origin(baseUrl)).matches();
    }
}
