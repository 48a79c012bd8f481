package dev.cachewright.ui.shell;

import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Price;
import dev.cachewright.catalog.Rates;
import dev.cachewright.catalog.TokenPrice;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Profile;
import dev.cachewright.ui.command.Commands;
import dev.cachewright.ui.kit.Choice;
import dev.cachewright.ui.kit.Choices;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.ProviderWords;
import dev.cachewright.words.RuleWords;
import dev.cachewright.words.Texts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the header's lists offer: profiles, models, APIs and rows, each with what tells it from the others.
final class HeaderChoices {

    /// Values of a row that are shown, and characters of each.
    private static final int SHOWN_VALUES = 4;
    private static final int SHOWN_CHARACTERS = 80;

    private final Workspace workspace;
    private final HeaderViewModel header;
    private final Commands commands;

    HeaderChoices(Workspace workspace, HeaderViewModel header, Commands commands) {
        this.workspace = workspace;
        this.header = header;
        this.commands = commands;
    }

    Choices profiles() {
        return new Choices(Texts.get("header.find-profile"), this::allProfiles, "",
                choice -> header.useProfile(choice.id()), List.of(command("servers")));
    }

    Choices models() {
        return new Choices(Texts.get("header.find-model"), this::allModels, Texts.get("header.prices"),
                choice -> header.useModel(choice.id()), List.of(command("other-model")));
    }

    Choices apis() {
        return new Choices(Texts.get("header.find-api"), this::allApis, "",
                choice -> Api.of(choice.id()).ifPresent(header::useApi), List.of());
    }

    Choices rows() {
        return new Choices(Texts.get("header.find-row"), this::allRows, "",
                choice -> header.useRow(Integer.parseInt(choice.id())),
                List.of(command("load-values"), command("show-values")));
    }

    private Choices.Other command(String id) {
        return new Choices.Other(Texts.get("command." + id), () -> commands.run(id));
    }

    private List<Choice> allProfiles() {
        String inUse = workspace.preferences().profileInUse().name();
        return workspace.preferences().get().allProfiles().stream()
                .map(profile -> new Choice(profile.name(), profile.name(), note(profile), detail(profile),
                        profile.name().equals(inUse)))
                .toList();
    }

    private static String note(Profile profile) {
        String variable = profile.key().variable();
        return profile.kind() == Profile.Kind.SIMULATOR ? Texts.get("header.profile-simulator")
                : variable.isEmpty()
                        ? Texts.get("header.profile-own-key")
                        : Texts.format("header.profile-key", variable);
    }

    private static String detail(Profile profile) {
        String rules = profile.rules().map(RuleWords::of).orElseGet(() -> Texts.get("header.model-rules"));
        String address = profile.baseUrl().isEmpty() ? Texts.get("header.profile-here") : profile.baseUrl();
        return Texts.format("header.profile-detail", address, rules);
    }

    /// Those used last, then all; the one in use also where the catalogue does not have it.
    private List<Choice> allModels() {
        List<Model> models = workspace.analyst().catalog().models();
        String inUse = workspace.prompt().getPrompt().settings().model();
        List<String> recent = Stream.concat(Stream.of(inUse).filter(id -> !id.isEmpty()),
                workspace.preferences().get().recentModels().stream()).distinct().toList();
        var all = new ArrayList<Choice>();
        if (!recent.isEmpty()) {
            all.add(Choice.heading(Texts.get("header.recent-models")));
            recent.forEach(id -> all.add(model(id, id.equals(inUse))));
        }
        addListed(all, recent);
        all.add(Choice.heading(Texts.get("header.all-models")));
        models.stream().filter(model -> !recent.contains(model.id()))
                .forEach(model -> all.add(choice(model.id(), model, false)));
        return all;
    }

    /// What the server of the profile in use listed.
    private void addListed(List<Choice> all, List<String> recent) {
        String profile = workspace.preferences().profileInUse().name();
        List<String> listed = workspace.preferences().get().listedModels().getOrDefault(profile, List.of()).stream()
                .filter(id -> !recent.contains(id)).toList();
        if (!listed.isEmpty()) {
            all.add(Choice.heading(Texts.format("header.listed-models", profile)));
            listed.forEach(id -> all.add(model(id, false)));
        }
    }

    private Choice model(String id, boolean isCurrent) {
        return workspace.analyst().catalog().lookUp(id).model()
                .map(model -> choice(id, model, isCurrent))
                .orElseGet(() -> new Choice(id, id, Texts.get("header.no-forecast"),
                        Texts.get("header.unknown-model"), isCurrent));
    }

    private Choice choice(String id, Model model, boolean isCurrent) {
        String context = model.context().isPresent()
                ? Texts.format("header.context", Numbers.count(model.context().getAsInt()))
                : "";
        String detail = Stream.of(ProviderWords.name(model.provider()), RuleWords.of(model.cache()), context)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
        return new Choice(id, id, prices(model), detail, isCurrent);
    }

    private String prices(Model model) {
        LocalDate today = LocalDate.ofInstant(workspace.now(), ZoneOffset.UTC);
        Optional<Rates> rates = model.priceOn(today).map(Price::rates);
        return rates.map(known -> Texts.format("header.price", money(known.input()),
                money(known.cacheRead().orElse(known.input())))).orElseGet(() -> Texts.get("header.no-price"));
    }

    private static String money(TokenPrice price) {
        return Numbers.price(price.dollarsPerMillion());
    }

    private List<Choice> allApis() {
        Api inUse = workspace.prompt().getPrompt().settings().api();
        return Stream.of(Api.CHAT, Api.RESPONSES, Api.MESSAGES)
                .filter(api -> api != Api.MESSAGES || inUse == Api.MESSAGES
                        || workspace.prompt().getPrompt().settings().model().contains("claude"))
                .map(api -> new Choice(api.word(), Texts.get("header.api." + api.word()),
                        api.endpoint(), Texts.get("header.api-detail." + api.word()),
                        api == inUse))
                .toList();
    }

    /// There may be a hundred thousand: each is made when it is looked at.
    private List<Choice> allRows() {
        Values values = workspace.prompt().getValues();
        int inUse = workspace.prompt().getRow();
        return new AbstractList<>() {

            @Override
            public Choice get(int index) {
                return new Choice(String.valueOf(index), Texts.format("header.row-item", Numbers.count(index + 1L)), "",
                        words(values, values.row(index)), index == inUse);
            }

            @Override
            public int size() {
                return values.rows().size();
            }
        };
    }

    private static String words(Values values, Row row) {
        return values.columns().stream().filter(column -> row.values().get(column) != null).limit(SHOWN_VALUES)
                .map(column -> Texts.format("header.row-value", column, brief(row.values().get(column))))
                .collect(Collectors.joining(" · "));
    }

    private static String brief(Object value) {
        String text = String.valueOf(value);
        String start = text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text;
        return start.replaceAll("\\s+", " ").strip();
    }
}
