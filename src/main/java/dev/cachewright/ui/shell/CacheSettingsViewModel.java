package dev.cachewright.ui.shell;

import dev.cachewright.cache.request.CacheSettingsCheck;
import dev.cachewright.cache.request.Refusal;
import dev.cachewright.cache.request.Refusal.Field;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.AnalysisModel;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.words.RefusalWords;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the request asks of the cache. Each change is an edit of the prompt at once.
public final class CacheSettingsViewModel {

    private final PromptModel prompt;
    private final AnalysisModel analysis;
    private final CacheSetting mode = new CacheSetting(Field.MODE);
    private final CacheSetting ttl = new CacheSetting(Field.TTL);
    private final CacheSetting key = new CacheSetting(Field.KEY);
    private final CacheSetting retention = new CacheSetting(Field.RETENTION);
    private final ReadOnlyStringWrapper counter = new ReadOnlyStringWrapper("");
    private final Subscriptions subscriptions = new Subscriptions();
    private boolean isShowing;

    public CacheSettingsViewModel(PromptModel prompt, AnalysisModel analysis) {
        this.prompt = prompt;
        this.analysis = analysis;
        subscriptions.add(prompt.promptProperty().subscribe(now -> show()));
        subscriptions.add(analysis.analysisProperty().subscribe(now -> show()));
        for (CacheSetting setting : all()) {
            subscriptions.add(setting.valueProperty().subscribe(value -> edit()));
        }
    }

    private List<CacheSetting> all() {
        return List.of(mode, ttl, key, retention);
    }

    private CacheSettings cache() {
        return prompt.getPrompt().settings().cache();
    }

    private void show() {
        isShowing = true;
        try {
            CacheSettingsCheck check = analysis.sent().cache();
            CacheSettings cache = cache();
            mode.show(cache.mode(), choices(Field.MODE, check.modes(), cache.mode()));
            ttl.show(cache.ttl(), choices(Field.TTL, check.ttls(), cache.ttl()));
            retention.show(cache.retention(), choices(Field.RETENTION, check.retentions(), cache.retention()));
            key.show(cache.key(), List.of());
            counter.set(Texts.format("cache-settings.counter", CacheSettingsCheck.lengthOf(cache.key()),
                    CacheSettingsCheck.LONGEST_KEY));
            show(mode, cache.mode(), check);
            show(ttl, cache.ttl(), check);
            show(key, cache.key(), check);
            show(retention, cache.retention(), check);
        } finally {
            isShowing = false;
        }
    }

    /// The choices, an empty one first; a word that is set but not offered stays in the list.
    private List<String> choices(Field field, List<String> supported, String now) {
        var choices = new ArrayList<>(List.of(""));
        choices.addAll(supported.isEmpty() && analysis.destination().cache().isEmpty() ? usual(field) : supported);
        if (!choices.contains(now)) {
            choices.add(now);
        }
        return choices;
    }

    /// What servers accept where the model is not known.
    private List<String> usual(Field field) {
        boolean isMessages = prompt.getPrompt().settings().api() == Api.MESSAGES;
        return switch (field) {
            case MODE -> isMessages ? List.of("automatic") : List.of("implicit", "explicit");
            case TTL -> isMessages ? List.of("5m", "1h") : List.of("30m");
            default -> isMessages ? List.of() : List.of("in_memory", "24h");
        };
    }

    private static void show(CacheSetting setting, String value, CacheSettingsCheck check) {
        Optional<Refusal> refusal = check.refusalOf(setting.field());
        boolean takes = check.takes(setting.field());
        String words = refusal.map(why -> why.isHint()
                ? RefusalWords.of(why)
                : Texts.format("cache-settings.not-sent", RefusalWords.of(why)))
                .orElseGet(() -> note(setting.field(), value, check));
        // What is not accepted can still be cleared.
        setting.showState(takes || !value.isEmpty(), refusal.isPresent(), words);
    }

    private static String note(Field field, String value, CacheSettingsCheck check) {
        String key = "cache-settings." + field.name().toLowerCase(Locale.ROOT);
        if (!check.takes(field)) {
            return Texts.get(key + "-not-supported");
        }
        String usual = switch (field) {
            case MODE -> check.modes().contains("implicit") ? "implicit" : "";
            case TTL -> check.ttls().stream().findFirst().orElse("");
            default -> "";
        };
        return value.isEmpty() && !usual.isEmpty()
                ? Texts.format("cache-settings.usual", Texts.get(key + "-note"), usual)
                : Texts.get(key + "-note");
    }

    private void edit() {
        if (isShowing) {
            return;
        }
        Prompt now = prompt.getPrompt();
        var next = new CacheSettings(text(mode), text(ttl), text(key), text(retention));
        String typing = next.key().equals(now.settings().cache().key()) ? "" : "cache key";
        prompt.edit(now.withSettings(now.settings().withCache(next)), typing);
    }

    private static String text(CacheSetting setting) {
        return setting.getValue() == null ? "" : setting.getValue();
    }

    public CacheSetting getMode() {
        return mode;
    }

    public CacheSetting getTtl() {
        return ttl;
    }

    public CacheSetting getKey() {
        return key;
    }

    public CacheSetting getRetention() {
        return retention;
    }

    /// How long the key is, and how long it may be.
    public ReadOnlyStringProperty counterProperty() {
        return counter.getReadOnlyProperty();
    }

    public String getCounter() {
        return counter.get();
    }
}
