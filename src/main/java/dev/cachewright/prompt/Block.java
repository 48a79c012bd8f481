package dev.cachewright.prompt;

import dev.cachewright.prompt.template.Partials;
import dev.cachewright.prompt.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A piece of the prompt with one role.
///
/// The content of a message block is a template: `{{name}}` stands for a value, `\{{` for two braces. The text of
/// a `tools` or `schema` block is exact JSON and never a template. Line breaks are `\n`.
///
/// @param id unique in its prompt
/// @param kind what the author declares; see [#effectiveKind()]
/// @param joined whether the block continues the message of the block before it, where that has the same role
/// @param attributes further attributes of the block mark by name, in their order (`name`, `break`, `ttl`, `pin`,
/// `form`)
/// @param partials the texts that its template can put in by name
public record Block(String id, Role role, Kind kind, boolean joined, Text content,
        SequencedMap<String, String> attributes, Partials partials) {

    private static final String NAME = "name";
    private static final String FORM = "form";
    private static final String BREAK = "break";
    private static final String TTL = "ttl";

    public Block {
        attributes = Attributes.copyOf(attributes);
    }

    /// A block without partials.
    public Block(String id, Role role, Kind kind, boolean joined, Text content,
            SequencedMap<String, String> attributes) {
        this(id, role, kind, joined, content, attributes, Partials.none());
    }

    /// A block of its own message, without further attributes.
    public static Block of(String id, Role role, Kind kind, String text) {
        return new Block(id, role, kind, false, Text.of(text), Attributes.none());
    }

    /// The name people see: the `name` attribute, else the id.
    public String name() {
        return attributes.getOrDefault(NAME, id);
    }

    /// How the text appears in the request body; the `form` attribute, text where there is none.
    public Form form() {
        return Form.of(attributes.get(FORM));
    }

    /// Dynamic where the author says so or the text contains a variable; tools and schemas are always static.
    public Kind effectiveKind() {
        if (!role.isMessage()) {
            return Kind.STATIC;
        }
        return kind == Kind.DYNAMIC || template().isDynamic() ? Kind.DYNAMIC : Kind.STATIC;
    }

    /// Whether it is dynamic only because its author says so: nothing in its text can change.
    public boolean isDeclaredDynamic() {
        return effectiveKind() == Kind.DYNAMIC && !template().isDynamic();
    }

    /// The text as a template; a block that is not a message has no tags.
    public Template template() {
        return role.isMessage() ? Template.of(content, partials) : Template.literal(content);
    }

    /// The content in one piece, made anew at each call.
    public String text() {
        return content.toString();
    }

    public Block withText(String newText) {
        return withContent(Text.of(newText));
    }

    public Block withContent(Text newContent) {
        return new Block(id, role, kind, joined, newContent, attributes, partials);
    }

    public Block withId(String newId) {
        return new Block(newId, role, kind, joined, content, attributes, partials);
    }

    public Block withRole(Role newRole) {
        return new Block(id, newRole, kind, joined, content, attributes, partials);
    }

    public Block withKind(Kind newKind) {
        return new Block(id, role, newKind, joined, content, attributes, partials);
    }

    public Block withJoined(boolean newJoined) {
        return new Block(id, role, kind, newJoined, content, attributes, partials);
    }

    public Block withPartials(Partials newPartials) {
        return new Block(id, role, kind, joined, content, attributes, newPartials);
    }

    /// The block under another name; the id stays, since files and sessions refer to it.
    public Block withName(String newName) {
        return withAttribute(NAME, newName.equals(id) ? "" : newName);
    }

    /// The block with an attribute set, or removed where `value` is empty.
    public Block withAttribute(String key, String value) {
        return new Block(id, role, kind, joined, content, Attributes.with(attributes, Map.entry(key, value)), partials);
    }

    /// The breakpoint after the block: `break=true`, with `ttl=1h` where it has a lifetime of its own.
    public Optional<Breakpoint> breakpoint() {
        return "true".equals(attributes.get(BREAK))
                ? Optional.of(new Breakpoint(id, attributes.getOrDefault(TTL, "")))
                : Optional.empty();
    }

    /// The block with a breakpoint after it, or without one.
    public Block withBreakpoint(boolean isBreakpoint) {
        return isBreakpoint ? withAttribute(BREAK, "true") : withAttribute(BREAK, "").withAttribute(TTL, "");
    }

    /// The block with a breakpoint after it whose lifetime is `ttl`, or the lifetime of the request where that is
    /// empty.
    public Block withBreakpoint(String ttl) {
        return withBreakpoint(true).withAttribute(TTL, ttl);
    }

    /// The block with the breakpoint that `other` has, or without one.
    Block withBreakpointOf(Block other) {
        return other.breakpoint().map(mark -> withBreakpoint(mark.ttl())).orElseGet(() -> withBreakpoint(false));
    }

    public Block withForm(Form form) {
        return withAttribute(FORM, form == Form.TEXT ? "" : form.word());
    }
}
