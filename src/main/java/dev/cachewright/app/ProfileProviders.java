package dev.cachewright.app;

import dev.cachewright.provider.Extras;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.provider.Providers;
import dev.cachewright.provider.ProxyAddress;
import dev.cachewright.provider.Questions;
import dev.cachewright.provider.anthropic.MessagesDialect;
import dev.cachewright.provider.openai.OpenAiDialect;
import dev.cachewright.provider.wire.Dialect;
import dev.cachewright.provider.wire.Dialects;
import dev.cachewright.provider.wire.HttpProvider;
import dev.cachewright.provider.wire.Route;
import dev.cachewright.session.Failure;
import dev.cachewright.settings.Secret;
import dev.cachewright.settings.Secrets;
import dev.cachewright.words.FailureWords;
import dev.cachewright.words.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Gives each profile its adapter. The key is looked up each time: one that was entered meanwhile is sent from the next
/// run on.
public final class ProfileProviders implements Providers {

    private final Supplier<String> simulatorBaseUrl;
    private final Secrets secrets;
    private final Map<Adapter, HttpProvider> made = new HashMap<>();

    /// @param simulatorBaseUrl asked for when a call goes to the simulator
    /// @param secrets where keys are looked up
    public ProfileProviders(Supplier<String> simulatorBaseUrl, Secrets secrets) {
        this.simulatorBaseUrl = simulatorBaseUrl;
        this.secrets = secrets;
    }

    /// What an adapter was made for.
    private record Adapter(Profile profile, Optional<Secret> secret) {
    }

    @Override
    public Provider of(Profile profile) {
        return adapter(profile);
    }

    @Override
    public Questions questions(Profile profile) {
        return adapter(profile);
    }

    private HttpProvider adapter(Profile profile) {
        // Not while the others wait: the system may ask its user first.
        Optional<Secret> secret = secret(profile);
        synchronized (this) {
            return made.computeIfAbsent(new Adapter(profile, secret), ProfileProviders.this::make);
        }
    }

    /// The key of a profile that can be used as it is.
    private Optional<Secret> secret(Profile profile) {
        requireAllowed(profile);
        profile.extras().checked();
        Optional<Secret> secret = secrets.of(profile.key());
        if (profile.kind().needsKey() && secret.isEmpty()) {
            throw new ProviderException(FailureWords.sentence(new Failure.Known(Failure.Kind.NO_KEY, 0, "",
                    new Failure.Server(profile.name(), profile.key().variable()), 0)));
        }
        return secret;
    }

    private static void requireAllowed(Profile profile) {
        if (profile.isToBeAllowed()) {
            throw new ProviderException(Texts.format("failure.exposed", profile.baseUrl()));
        }
    }

    @Override
    public synchronized void close() {
        made.values().forEach(Provider::close);
        made.clear();
    }

    private HttpProvider make(Adapter adapter) {
        Profile profile = adapter.profile();
        // The simulator is never shown a real key.
        return profile.kind() == Profile.Kind.SIMULATOR
                ? new HttpProvider(Route.direct(simulatorBaseUrl.get(), Route.KeySlot.optional()), () -> "",
                        anyDialect())
                : new HttpProvider(route(profile), () -> adapter.secret().map(Secret::reveal).orElse(""),
                        dialect(profile.kind()));
    }

    private static Route route(Profile profile) {
        Extras extras = profile.extras();
        Route.Header header = switch (profile.kind()) {
            case AZURE -> Route.Header.API_KEY;
            case ANTHROPIC -> Route.Header.X_API_KEY;
            case SIMULATOR, OPENAI, COMPATIBLE -> Route.Header.BEARER;
        };
        var slot = new Route.KeySlot(header, profile.key().variable(), profile.kind().needsKey());
        return new Route(profile.baseUrl(), slot, extras.allHeaders(),
                ProxyAddress.of(extras.proxy()).map(ProxyAddress::unresolved), extras.timeouts().connect());
    }

    private static Dialect dialect(Profile.Kind kind) {
        return switch (kind) {
            case OPENAI, AZURE -> new OpenAiDialect();
            case ANTHROPIC -> new MessagesDialect();
            case SIMULATOR, COMPATIBLE -> anyDialect();
        };
    }

    /// Reads what any server answers.
    static Dialect anyDialect() {
        return new Dialects(List.of(new OpenAiDialect(), new MessagesDialect()));
    }
}
