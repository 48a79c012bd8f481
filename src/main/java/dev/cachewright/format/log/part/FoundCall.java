package dev.cachewright.format.log.part;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.session.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A call as its record tells of it, put together step by step by the form that reads it. What is not set is not known.
public final class FoundCall {

    /// What the hash of a server's own key begins with.
    private static final String OF_SERVER = "#";

    private final String form;
    private Optional<Instant> at = Optional.empty();
    private Optional<Duration> firstToken = Optional.empty();
    private Optional<Duration> total = Optional.empty();
    private String provider = "";
    private String host = "";
    private Optional<Api> api = Optional.empty();
    private String model = "";
    private String key = "";
    private Optional<String> body = Optional.empty();
    private Optional<Api> apiOfBody = Optional.empty();
    private boolean isRebuilt;
    private boolean isAscii;
    private Usage usage = Usage.unknown();
    private String conversation = "";
    private String id = "";

    /// @param form the name of the form, as reports have it
    public FoundCall(String form) {
        this.form = form;
    }

    /// When it was sent.
    public FoundCall at(Optional<Instant> instant) {
        at = instant;
        return this;
    }

    /// How long its first token took.
    public FoundCall firstToken(Optional<Duration> duration) {
        firstToken = duration;
        return this;
    }

    /// How long it took.
    public FoundCall total(Optional<Duration> duration) {
        total = duration;
        return this;
    }

    /// Where it went, as far as the address says so.
    public FoundCall to(CallAddress address) {
        host = address.host();
        api = address.api().or(() -> api);
        provider = provider.isEmpty() ? address.provider() : provider;
        model = model.isEmpty() ? address.model() : model;
        return this;
    }

    /// The provider in the words of the log.
    public FoundCall provider(String name) {
        provider = name.isEmpty() ? provider : name;
        return this;
    }

    public FoundCall api(Optional<Api> known) {
        api = known.or(() -> api);
        return this;
    }

    public FoundCall model(String name) {
        model = name.isEmpty() ? model : name;
        return this;
    }

    /// Whose call it was.
    ///
    /// @param secret the key or its alias, of which a short hash is kept
    public FoundCall key(String secret) {
        key = Secrets.hash(secret);
        return this;
    }

    /// Whose call it was at its server, so that no other key reads what it stored.
    ///
    /// @param hash of the key, as a session of ours has it
    public FoundCall keyOfServer(String hash) {
        key = hash.isEmpty() ? key : OF_SERVER + hash;
        return this;
    }

    /// The request as the log has it. The model is taken from it where it is not known otherwise.
    public FoundCall body(String json) {
        return RawJson.isObject(json) ? body(json, BodyGlance.of(json)) : this;
    }

    /// The same of a body that was looked at before.
    public FoundCall body(String json, BodyGlance glance) {
        String clean = Secrets.without(json, glance);
        isRebuilt = !clean.equals(json);
        isAscii = glance.isAscii() && !isRebuilt;
        body = Optional.of(clean);
        apiOfBody = glance.api(json);
        return model(model.isEmpty() ? glance.model() : "");
    }

    /// The form that the body has, where nothing else tells it.
    public FoundCall apiOfBody() {
        api = api.or(() -> apiOfBody);
        return this;
    }

    /// The request, put together from its parts.
    public FoundCall rebuilt(Optional<String> json) {
        json.ifPresent(this::body);
        isRebuilt = json.isPresent();
        return this;
    }

    /// Adds what an answer elsewhere says. The request knows better what was asked of which model.
    public FoundCall answeredBy(FoundCall answer) {
        at = at.or(answer::at);
        api = api.or(answer::api);
        usage = answer.usage();
        return model(model.isEmpty() ? answer.model() : "");
    }

    public FoundCall usage(Usage reported) {
        usage = reported;
        return this;
    }

    public FoundCall conversation(String name) {
        conversation = name;
        return this;
    }

    public FoundCall id(String name) {
        id = name;
        return this;
    }

    public String form() {
        return form;
    }

    public Optional<Instant> at() {
        return at;
    }

    public Optional<Duration> firstToken() {
        return firstToken;
    }

    public Optional<Duration> total() {
        return total;
    }

    public String provider() {
        return provider;
    }

    public String host() {
        return host;
    }

    public Optional<Api> api() {
        return api;
    }

    public String model() {
        return model;
    }

    public String key() {
        return key;
    }

    public Optional<String> body() {
        return body;
    }

    /// Whether the log holds the parts of the request rather than the request.
    public boolean isRebuilt() {
        return isRebuilt;
    }

    /// Whether the body is known to have no other characters than those of ASCII.
    public boolean isAscii() {
        return isAscii;
    }

    public Usage usage() {
        return usage;
    }

    public String conversation() {
        return conversation;
    }

    public String id() {
        return id;
    }
}
