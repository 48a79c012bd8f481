package dev.cachewright.app;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.provider.BaseUrl;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProxyAddress;
import dev.cachewright.recorder.Recorder;
import dev.cachewright.run.Stopwatch;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/// What an application is watched with: the same dialects, proxies and checks of servers as for our own calls.
public final class RecordingTools {

    private RecordingTools() {
    }

    /// @param profiles whose proxies are used for their servers
    public static Recorder.Tools of(Analyst analyst, List<Profile> profiles) {
        return new Recorder.Tools(analyst, ProfileProviders.anyDialect(), Stopwatch.system(),
                baseUrl -> proxy(baseUrl, profiles), (SSLSocketFactory) SSLSocketFactory.getDefault(),
                new SecureRandom());
    }

    private static Optional<InetSocketAddress> proxy(String baseUrl, List<Profile> profiles) {
        String origin = BaseUrl.origin(baseUrl);
        return profiles.stream().filter(profile -> BaseUrl.origin(profile.baseUrl()).equals(origin))
                .flatMap(profile -> ProxyAddress.of(profile.extras().proxy()).stream()).findFirst()
                .map(ProxyAddress::unresolved).or(() -> ofTheSystem(baseUrl));
    }

    private static Optional<InetSocketAddress> ofTheSystem(String baseUrl) {
        return Optional.ofNullable(ProxySelector.getDefault()).stream()
                .flatMap(selector -> selector.select(URI.create(baseUrl)).stream())
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP).map(Proxy::address)
                .filter(InetSocketAddress.class::isInstance).map(InetSocketAddress.class::cast).findFirst();
    }
}
