package dev.cachewright.format.divergence;

import dev.cachewright.divergence.Cause;
import dev.cachewright.divergence.Normalising;
import dev.cachewright.divergence.Normalising.Effect;
import dev.cachewright.prompt.changing.ChangedPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds why two requests part. What can be proven is: equal tools in another order, equal trees with other keys, a
/// text that is equal once it is normalised. What cannot is told by its form.
final class Causes {

    private static final Pattern TOOLS = Pattern.compile("/(?:toolConfig/tools|tools|functions|mcp_servers)(?:/.*)?");
    private static final Pattern TOOL_LIST = Pattern.compile("/(?:toolConfig/)?[a-z_]+");
    private static final Pattern SCHEMA = Pattern.compile(
            "/(?:text/format|response_format|output_config/format|output_format)(?:/.*)?");
    /// Pictures, files, signatures: no part of them says anything.
    private static final Pattern DATA = Pattern.compile(".*/(?:data|file_data|bytes|encrypted_content|signature)");
    private static final Pattern MESSAGE = Pattern.compile("/(?:messages|input)/(\\d{1,9})(?:/.*)?");
    private static final Set<String> TEXTS = Set.of("/instructions", "/system", "/messages", "/input");

    private final CountedBody earlier;
    private final CountedBody later;
    private final BodyDifference first;
    private final Set<Normalising> ignored;
    private final List<Cause> found = new ArrayList<>();

    /// @param later as the earlier one wrote it, where the two differ only in what is ignored
    /// @param first where the two part
    Causes(CountedBody earlier, CountedBody later, BodyDifference first, Set<Normalising> ignored) {
        this.earlier = earlier;
        this.later = later;
        this.first = first;
        this.ignored = ignored;
    }

    /// What each normalising that is not done yet would do.
    Map<Normalising, Effect> effects() {
        var effects = new EnumMap<Normalising, Effect>(Normalising.class);
        for (Normalising form : Normalising.values()) {
            if (!ignored.contains(form)) {
                effects.put(form, first.isNone() ? Effect.NONE : effectOf(form));
            }
        }
        return effects;
    }

    private Effect effectOf(Normalising form) {
        var forms = EnumSet.of(form);
        forms.addAll(ignored);
        Reconciled same = Reconciled.of(earlier.tree(), later.tree(), forms);
        BodyDifference next = BodyDifference.ofPlain(earlier.plain(), PlainBody.of(same.tree()));
        if (next.isNone()) {
            return Effect.VANISHES;
        }
        boolean isSame = next.path().equals(first.path()) && next.offset() == first.offset();
        return isSame ? Effect.NONE : Effect.MOVES;
    }

    /// All causes that hold: of the place where the requests part, of the settings that differ, and of what changes in the
    /// parts after it.
    List<Cause> find(Map<Normalising, Effect> effects) {
        List<BodyDifference> all = BodyDifference.in(earlier.plain(), later.plain()).toList();
        all.forEach(this::addSetting);
        addOrder(effects);
        addText(first);
        all.stream().filter(other -> !other.equals(first) && !isQuestion(other)).forEach(this::addChanging);
        if (found.isEmpty() && !first.isNone()) {
            found.add(Cause.of(Cause.Kind.TEXT_EDITED));
        }
        return found.stream().distinct().sorted(Comparator.comparing(Cause::kind)).toList();
    }

    private void addText(BodyDifference place) {
        if (TOOLS.matcher(place.path()).matches()) {
            addTools(place);
        } else if (SCHEMA.matcher(place.path()).matches() && isUnproven()) {
            found.add(Cause.of(Cause.Kind.SCHEMA_CHANGED));
        }
        if (isUnproven()) {
            addForm(place);
        }
        Matcher message = MESSAGE.matcher(place.path());
        if (message.matches()) {
            MessageChange.of(earlier.messages(), later.messages(), Integer.parseInt(message.group(1)))
                    .filter(cause -> found.isEmpty() || cause.kind() != Cause.Kind.HISTORY_EDITED)
                    .ifPresent(found::add);
        }
    }

    /// What follows the place where they part: tools in another order, a time, an id.
    private void addChanging(BodyDifference place) {
        if (TOOLS.matcher(place.path()).matches()) {
            addTools(place);
        } else {
            addForm(place);
        }
    }

    /// Whether a place is in the last message of the earlier request or after it: there each asks what it wants to know.
    private boolean isQuestion(BodyDifference place) {
        Matcher message = MESSAGE.matcher(place.path());
        return place.path().equals("/input")
                || message.matches() && Integer.parseInt(message.group(1)) >= earlier.messages().size() - 1;
    }

    private boolean isUnproven() {
        return found.stream().noneMatch(cause -> cause.kind().compareTo(Cause.Kind.ITEM_INSERTED) <= 0);
    }

    private void addSetting(BodyDifference difference) {
        String path = difference.path();
        boolean isText = TEXTS.stream().anyMatch(path::startsWith) || TOOLS.matcher(path).matches()
                || SCHEMA.matcher(path).matches();
        if (isText) {
            return;
        }
        Cause.Kind kind = switch (difference.reason()) {
            case "model_changed" -> Cause.Kind.MODEL_CHANGED;
            case "prompt_cache_key_changed" -> Cause.Kind.CACHE_KEY_CHANGED;
            default -> Cause.Kind.SETTING_CHANGED;
        };
        found.add(new Cause(kind, path.substring(1).replace('/', '.'), difference.a(), difference.b()));
    }

    private void addOrder(Map<Normalising, Effect> effects) {
        effects.forEach((form, effect) -> {
            if (effect != Effect.NONE) {
                found.add(Cause.of(switch (form) {
                    case WHITE_SPACE -> Cause.Kind.LINE_ENDS;
                    case KEY_ORDER -> Cause.Kind.KEYS_REORDERED;
                    case UNICODE -> Cause.Kind.UNICODE_FORM;
                }));
            }
        });
    }

    private void addTools(BodyDifference place) {
        Matcher list = TOOL_LIST.matcher(place.path());
        if (list.lookingAt()) {
            Cause cause = ToolChange.of(earlier.plain().at(list.group()), later.plain().at(list.group()));
            if (cause.kind() == Cause.Kind.TOOLS_REORDERED || isUnproven()) {
                found.add(cause);
            }
        }
    }

    private static boolean isData(CountedBody body, BodyDifference place) {
        return body.plain().at(place.path()).asText("").startsWith("data:");
    }

    /// A detail of a picture, or text of a form that changes.
    private void addForm(BodyDifference place) {
        if (place.path().endsWith("/detail")) {
            found.add(new Cause(Cause.Kind.SETTING_CHANGED, "detail", place.a(), place.b()));
            return;
        }
        if (DATA.matcher(place.path()).matches() || isData(earlier, place) || isData(later, place)) {
            return;
        }
        String before = BodyDifference.text(earlier.plain().at(place.path()));
        String now = BodyDifference.text(later.plain().at(place.path()));
        ChangedPlace.of(before, place.offset(), now, place.offset())
                .map(changed -> new Cause(kindOf(changed), "", changed.before(), changed.now())).ifPresent(found::add);
    }

    private static Cause.Kind kindOf(ChangedPlace changed) {
        return switch (changed.form()) {
            case TIME -> Cause.Kind.TIME;
            case ID -> Cause.Kind.ID;
            case SIGNED_ADDRESS -> Cause.Kind.SIGNED_ADDRESS;
        };
    }
}
