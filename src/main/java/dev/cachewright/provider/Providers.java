package dev.cachewright.provider;

/// Gives the provider of a profile; the composition root knows which adapter that is.
public interface Providers extends AutoCloseable {

    /// @throws ProviderException where the profile cannot be used as it is, with what to do
    Provider of(Profile profile);

    /// The same server, for questions beside calls.
    ///
    /// @throws ProviderException where the profile cannot be used as it is, with what to do
    Questions questions(Profile profile);

    @Override
    void close();
}
