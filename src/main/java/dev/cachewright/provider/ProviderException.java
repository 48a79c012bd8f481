package dev.cachewright.provider;

/// Thrown where a profile cannot be used; the message says why and what to do next.
public final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProviderException(String message) {
        super(message);
    }
}
