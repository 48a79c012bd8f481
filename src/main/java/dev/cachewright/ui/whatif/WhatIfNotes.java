package dev.cachewright.ui.whatif;

import dev.cachewright.provider.Profile;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Texts;
import dev.cachewright.words.WhatIfWords;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What has to be known beside the figures.
final class WhatIfNotes {

    private WhatIfNotes() {
    }

    /// @return sentences, or nothing
    static String of(Reply reply, Workspace workspace) {
        String model = reply.question().model();
        Profile profile = workspace.preferences().profileInUse();
        Optional<String> nothing = reply.answer().flatMap(WhatIfWords::nothingRead)
                .map(why -> Texts.format("what-if.nothing-read", why));
        Optional<String> price = reply.answer().filter(answer -> answer.perDay().isEmpty())
                .map(_ -> Texts.format("what-if.add-price", model, workspace.analysis().ownFile()));
        Optional<String> server = profile.rules().map(_ -> Texts.format("what-if.own-rules", model, profile.name()));
        return Stream.of(nothing, price, server).flatMap(Optional::stream).collect(Collectors.joining(" "));
    }
}
