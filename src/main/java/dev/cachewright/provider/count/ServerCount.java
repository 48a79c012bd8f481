package dev.cachewright.provider.count;

import dev.cachewright.token.encoding.TokenList;
import java.util.Optional;

/// What a server counts for a request.
///
/// @param tokens of all input
/// @param ids of these tokens; empty where the server tells their number alone
public record ServerCount(int tokens, Optional<TokenList> ids, CountWay way) {

    static ServerCount number(int tokens, CountWay way) {
        return new ServerCount(tokens, Optional.empty(), way);
    }

    static ServerCount of(TokenList ids, CountWay way) {
        return new ServerCount(ids.size(), Optional.of(ids), way);
    }
}
