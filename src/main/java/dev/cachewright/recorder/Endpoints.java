package dev.cachewright.recorder;

import dev.cachewright.prompt.Api;
import java.util.Optional;

/// Which paths are calls of a model.
final class Endpoints {

    private Endpoints() {
    }

    /// The form of the requests to a path; empty where they are no calls.
    ///
    /// @param target path and query
    static Optional<Api> api(String target) {
        int query = target.indexOf('?');
        String path = (query < 0 ? target : target.substring(0, query)).replaceFirst("/+$", "");
        // Of the versions of a path that is cut short, only whole ones are meant.
        return Api.ofEndpoint(path).filter(api -> path.endsWith(switch (api) {
            case CHAT -> "/chat/completions";
            case RESPONSES -> "/responses";
            case MESSAGES -> "/v1/messages";
        }));
    }
}
