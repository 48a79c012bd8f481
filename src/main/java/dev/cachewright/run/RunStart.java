package dev.cachewright.run;

import dev.cachewright.cache.state.CacheState;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import java.io.IOException;

/// The state that a run begins with.
///
/// @param firstNumber the number of its first call in the session
/// @param cache what the cache holds by the rules
/// @param keeping keeps each call once it has ended
/// @param promptName what people call the prompt; empty where nobody asks
/// @param brake holds the run between its calls
/// @param lastAnswer the id of the answer that the first call is compared with by its vendor; empty where there is none
public record RunStart(int firstNumber, CacheState cache, Cancellation cancellation, Keeping keeping,
        String promptName, Brake brake, String lastAnswer) {

    /// A run whose first call the vendor compares with none before it.
    public RunStart(int firstNumber, CacheState cache, Cancellation cancellation, Keeping keeping, String promptName,
            Brake brake) {
        this(firstNumber, cache, cancellation, keeping, promptName, brake, "");
    }

    /// The same run, whose first call the vendor compares with this answer.
    public RunStart comparedWith(String answer) {
        return new RunStart(firstNumber, cache, cancellation, keeping, promptName, brake, answer);
    }

    /// A run that nobody holds.
    public RunStart(int firstNumber, CacheState cache, Cancellation cancellation, Keeping keeping, String promptName) {
        this(firstNumber, cache, cancellation, keeping, promptName, new Brake());
    }

    /// A run of a prompt that needs no name.
    public RunStart(int firstNumber, CacheState cache, Cancellation cancellation, Keeping keeping) {
        this(firstNumber, cache, cancellation, keeping, "");
    }

    /// Keeps finished calls.
    public interface Keeping {

        /// Returns when the call is safe.
        ///
        /// @throws IOException where it cannot be kept; the run goes on
        void keep(Call call, Exchange exchange) throws IOException;

        /// Keeps nothing.
        static Keeping nowhere() {
            return (call, exchange) -> {
            };
        }
    }
}
