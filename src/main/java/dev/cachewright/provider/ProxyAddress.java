package dev.cachewright.provider;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/// The address of an HTTP proxy.
public record ProxyAddress(String host, int port) {

    private static final int LAST_PORT = 65_535;

    /// Reads `host:port` or `http://host:port`; empty where none is written.
    ///
    /// @throws ProviderException where it is written in another way
    public static Optional<ProxyAddress> of(String text) {
        String address = text.strip();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(address.contains("://") ? address : "http://" + address);
            if (uri.getUserInfo() != null) {
                throw new ProviderException(
                        "A proxy is given without name and password: they would be kept in plain text");
            }
            boolean isWhole = "http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0
                    && uri.getPort() <= LAST_PORT && uri.getRawPath().matches("/?");
            if (isWhole) {
                return Optional.of(new ProxyAddress(uri.getHost(), uri.getPort()));
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new ProviderException("This is not a proxy: write it as proxy.example.com:3128");
    }

    /// To be looked up when it is used.
    public InetSocketAddress unresolved() {
        return InetSocketAddress.createUnresolved(host, port);
    }
}
