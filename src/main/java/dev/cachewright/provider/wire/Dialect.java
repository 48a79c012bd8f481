package dev.cachewright.provider.wire;

import dev.cachewright.prompt.Api;
import dev.cachewright.provider.ModelCall;
import java.io.IOException;

/// How a kind of server wants to be asked, and how it answers. Made for one provider, which closes it.
public interface Dialect extends AutoCloseable {

    /// Whether servers of this kind have the endpoint.
    boolean speaks(Api api);

    /// Sends a request and returns when its answer begins. [Wire] puts body, key and headers in.
    ///
    /// @throws IOException where there is no answer, or a refusal
    Opened open(Wire wire, ModelCall call) throws IOException;

    /// Reads one answer.
    AnswerReader reader(Api api, Failures failures);

    /// The body of an answer that this dialect reads, as events; nothing is sent for it.
    String rehearsal();

    @Override
    void close();
}
