package dev.cachewright.app;

import dev.cachewright.provider.BaseUrl;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProxyAddress;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Failure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// Asks a server for its models: over the client of the platform, since no SDK is needed to read a list. As for calls,
/// no redirect is followed, certificates are checked, and the proxy is that of the profile.
final class ModelRequest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    /// OpenRouter's list, the longest that is known, has half a megabyte.
    private static final int MOST_BYTES = 8 << 20;
    private static final int OK = 200;
    private static final String ANTHROPIC_VERSION = "2023-06-01";

    private ModelRequest() {
    }

    /// What became of it.
    sealed interface Outcome {
    }

    record Answered(String body) implements Outcome {
    }

    record Refused(int status) implements Outcome {
    }

    record Unanswered(Failure.Kind kind) implements Outcome {
    }

    static Outcome send(Profile profile, Optional<String> key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(BaseUrl.checked(profile.baseUrl()) + "/models"))
                .timeout(LONGEST).header("Accept", "application/json");
        profile.extras().allHeaders().forEach(request::setHeader);
        key.ifPresent(text -> authorize(request, profile.kind(), text));
        try (HttpClient client = client(profile)) {
            HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] read = body.readNBytes(MOST_BYTES);
                client.shutdownNow();
                return response.statusCode() == OK
                        ? new Answered(new String(read, StandardCharsets.UTF_8))
                        : new Refused(response.statusCode());
            }
        } catch (IOException | UnresolvedAddressException e) {
            return new Unanswered(kind(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Unanswered(Kind.BROKEN_OFF);
        }
    }

    private static void authorize(HttpRequest.Builder request, Profile.Kind kind, String key) {
        if (kind == Profile.Kind.ANTHROPIC) {
            request.setHeader("x-api-key", key).setHeader("anthropic-version", ANTHROPIC_VERSION);
        } else {
            request.setHeader("Authorization", "Bearer " + key);
        }
    }

    private static HttpClient client(Profile profile) {
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(profile.extras().timeouts().connect());
        ProxyAddress.of(profile.extras().proxy()).ifPresent(
                proxy -> client.proxy(ProxySelector.of(proxy.unresolved())));
        return client.build();
    }

    private static Kind kind(Exception failure) {
        return switch (failure) {
            case HttpTimeoutException _ -> Kind.SILENT;
            case SSLException _ -> Kind.UNTRUSTED;
            case ConnectException e when e.getCause() instanceof ConnectException cause
                    && cause.getCause() instanceof UnresolvedAddressException ->
                Kind.UNKNOWN_HOST;
            case UnresolvedAddressException _ -> Kind.UNKNOWN_HOST;
            case ConnectException _ -> Kind.UNREACHABLE;
            default -> Kind.BROKEN_OFF;
        };
    }
}
