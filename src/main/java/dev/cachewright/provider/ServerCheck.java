package dev.cachewright.provider;

import dev.cachewright.session.Failure;
import java.util.List;
import java.util.Optional;

/// Asks a server what it is good for. Waits for it: not for the UI thread.
public interface ServerCheck {

    /// The models that a server lists.
    ///
    /// @param ids in the server's own order; empty where it lists none
    /// @param failure why they are not known; empty where they are
    record Listing(List<String> ids, Optional<Failure> failure) {

        public Listing {
            ids = List.copyOf(ids);
        }
    }

    /// What one call of one token came to.
    ///
    /// @param reportsCached whether the server told how many tokens it read from its cache, be it 0
    /// @param failure why there is no answer; empty where there is one
    record Trial(boolean reportsCached, Optional<Failure> failure) {
    }

    /// @throws ProviderException where the profile cannot be used as it is, with what to do
    Listing models(Profile profile);

    /// @param model the model that is asked for one token
    /// @throws ProviderException where the profile cannot be used as it is, with what to do
    Trial tryOut(Profile profile, String model);
}
