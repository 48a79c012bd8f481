package dev.cachewright.recorder.http;

import java.net.URI;

/// Where requests go whose path begins with a prefix.
///
/// @param name of the server, as people know it
/// @param prefix `/openai`; empty where all requests go there
/// @param server scheme, host and port, and the path before that of each request; http or https
public record Route(String name, String prefix, URI server) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /// Whether a request of this target goes there.
    boolean takes(String target) {
        return target.startsWith(prefix + "/") || target.equals(prefix) || target.startsWith(prefix + "?");
    }

    /// The target as the server knows it.
    String targetThere(String target) {
        String rest = target.substring(prefix.length());
        String path = server.getRawPath() == null ? "" : server.getRawPath().replaceFirst("/+$", "");
        return path + (rest.startsWith("/") ? rest : "/" + rest);
    }

    boolean isSecure() {
        return server.getScheme().equalsIgnoreCase("https");
    }

    /// The host, an IPv6 address without its brackets.
    String host() {
        return server.getHost().replaceAll("^\\[|]$", "");
    }

    int port() {
        return server.getPort() >= 0 ? server.getPort() : isSecure() ? HTTPS_PORT : HTTP_PORT;
    }

    /// Host and port as a request names them.
    String authority() {
        return server.getHost() + (server.getPort() >= 0 ? ":" + server.getPort() : "");
    }
}
