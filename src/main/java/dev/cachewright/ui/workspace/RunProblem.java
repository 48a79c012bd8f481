package dev.cachewright.ui.workspace;

import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.request.CacheSettingsCheck;
import dev.cachewright.catalog.Model;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.provider.Profile;
import dev.cachewright.words.ProviderWords;
import dev.cachewright.words.Texts;
import java.util.Optional;

/// Why a run did not begin, or could not go on, and the way out that is offered.
///
/// @param words what is wrong and what to do, in sentences
/// @param isMendable whether it may be gone once the prompt or the profile is another
public record RunProblem(String words, Way way, boolean isMendable) {

    private static final String OPENAI = "openai";
    private static final String ANTHROPIC = "anthropic";

    /// What brings a run that did not begin on its way.
    public enum Way {
        NONE, ADD_BLOCK, CHOOSE_MODEL, CHOOSE_PROFILE, CHOOSE_CHAT, CHOOSE_RESPONSES, CHOOSE_MESSAGES,
        OPEN_CACHE_SETTINGS, OPEN_SERVERS
    }

    RunProblem(String words, Way way) {
        this(words, way, true);
    }

    /// Something that is lost, whatever is done next.
    static RunProblem lost(String words) {
        return new RunProblem(words, Way.NONE, false);
    }

    /// Why a prompt is not sent there: there is nothing in it, its model is not one that is answered there, it is in a
    /// form that no profile sends, or it has a key that no server accepts. Without the key, calls would go to another
    /// cache than meant.
    public static Optional<RunProblem> of(Prompt prompt, Profile profile, Destination destination) {
        if (prompt.blocks().isEmpty()) {
            return Optional.of(new RunProblem(Texts.get("response.empty-prompt"), Way.ADD_BLOCK));
        }
        String maker = destination.model().map(Model::provider).orElse("");
        return ofModel(prompt.settings().model(), maker, profile)
                .or(() -> ofApi(prompt.settings().api(), maker, profile))
                .or(() -> ofKey(prompt.settings().cache().key())).or(() -> ofEmptyMessage(prompt.blocks().getLast()));
    }

    /// A conversation that was continued ends with a place for what is said next.
    private static Optional<RunProblem> ofEmptyMessage(Block last) {
        return last.role() == Role.USER && last.text().isBlank()
                ? Optional.of(new RunProblem(Texts.format("response.empty-message", last.name()), Way.NONE))
                : Optional.empty();
    }

    private static Optional<RunProblem> ofModel(String model, String maker, Profile profile) {
        return switch (profile.kind()) {
            case SIMULATOR -> maker.equals(OPENAI) || maker.equals(ANTHROPIC) ? Optional.empty()
                    : Optional.of(new RunProblem(model.isEmpty()
                            ? Texts.get("response.no-model")
                            : Texts.format("response.not-simulated", model), Way.CHOOSE_MODEL));
            case OPENAI -> ofMaker(model, maker, OPENAI, profile);
            case ANTHROPIC -> ofMaker(model, maker, ANTHROPIC, profile);
            // Azure's deployments have the names that their owner gave them.
            case AZURE, COMPATIBLE -> Optional.empty();
        };
    }

    /// A name that the catalogue lacks may be one that the provider has.
    private static Optional<RunProblem> ofMaker(String model, String maker, String provider, Profile profile) {
        return maker.isEmpty() || maker.equals(provider) ? Optional.empty()
                : Optional.of(new RunProblem(Texts.format("response.other-provider", profile.name(), model,
                        ProviderWords.name(maker)), Way.CHOOSE_PROFILE));
    }

    private static Optional<RunProblem> ofApi(Api api, String maker, Profile profile) {
        boolean wantsMessages = switch (profile.kind()) {
            case ANTHROPIC -> true;
            case SIMULATOR -> maker.equals(ANTHROPIC);
            // Many of these servers have all three.
            case COMPATIBLE -> api == Api.MESSAGES;
            case OPENAI, AZURE -> false;
        };
        if (wantsMessages == (api == Api.MESSAGES)) {
            return Optional.empty();
        }
        return Optional.of(wantsMessages
                ? new RunProblem(Texts.format("response.wants-messages", ProviderWords.name(ANTHROPIC)),
                        Way.CHOOSE_MESSAGES)
                : new RunProblem(Texts.format("response.messages-api", profile.name()), Way.CHOOSE_RESPONSES));
    }

    private static Optional<RunProblem> ofKey(String key) {
        return CacheSettingsCheck.isTooLong(key)
                ? Optional.of(new RunProblem(Texts.format("response.key-too-long", CacheSettingsCheck.lengthOf(key),
                        CacheSettingsCheck.LONGEST_KEY), Way.OPEN_CACHE_SETTINGS))
                : Optional.empty();
    }
}
