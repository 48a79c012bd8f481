package dev.cachewright.ui.editor.marks;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.Boundary;
import dev.cachewright.cache.Reuse;
import dev.cachewright.cache.request.BreakpointCheck;
import dev.cachewright.cache.request.Refusal;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.token.request.BlockEnd;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.rail.RailTick;
import dev.cachewright.ui.workspace.AnalysisModel;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.RefusalWords;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The breakpoints of the prompt in words, and the edits that set and remove them.
public final class Breakpoints {

    private final PromptModel prompt;
    private final AnalysisModel analysis;
    private final ReadOnlyObjectWrapper<Map<String, Mark>> marks = new ReadOnlyObjectWrapper<>(Map.of());
    private Consumer<String> onRefused = id -> {
    };

    public Breakpoints(PromptModel prompt, AnalysisModel analysis, Subscriptions subscriptions) {
        this.prompt = prompt;
        this.analysis = analysis;
        subscriptions.add(prompt.promptProperty().subscribe(now -> show()));
        subscriptions.add(analysis.analysisProperty().subscribe(now -> show()));
    }

    /// A breakpoint after a block.
    ///
    /// @param figure tokens up to it, for the rail; empty where it is refused or not counted yet
    /// @param position the same in counted tokens
    public record Mark(String words, boolean isRefused, String figure, int position) {

        Mark(String words, boolean isRefused) {
            this(words, isRefused, "", 0);
        }
    }

    /// These ticks of the rail with those of the breakpoints, each figure once.
    public List<RailTick> withTicks(List<RailTick> ticks) {
        var all = new ArrayList<RailTick>();
        marks.get().values().stream().filter(mark -> !mark.figure().isEmpty())
                .forEach(mark -> all.add(new RailTick(mark.position(), mark.figure(), true, "written")));
        ticks.stream().filter(tick -> all.stream().noneMatch(other -> other.label().equals(tick.label())))
                .forEach(all::add);
        return all;
    }

    private BreakpointCheck check() {
        return analysis.sent().breakpoints();
    }

    private void show() {
        Prompt now = prompt.getPrompt();
        var shown = new LinkedHashMap<String, Mark>();
        BreakpointCheck check = check();
        Map<String, List<BreakpointCheck.OwnMarker>> inBlocks = check.ownMarkers();
        for (Block block : now.blocks()) {
            List<BreakpointCheck.OwnMarker> markers = inBlocks.getOrDefault(block.id(), List.of());
            // What is wrong comes first, as a long line is cut.
            List<String> own = markers.stream().sorted(Comparator.comparing(marker -> marker.refusal().isEmpty()))
                    .map(marker -> words(marker, check)).toList();
            boolean isWrong = markers.stream().anyMatch(
                    marker -> marker.refusal().filter(why -> !why.isHint()).isPresent());
            if (block.breakpoint().isPresent()) {
                Mark mark = mark(block, check);
                shown.put(block.id(), new Mark(String.join(" · ", Stream.concat(Stream.of(mark.words()), own.stream())
                        .toList()), mark.isRefused() || isWrong, mark.figure(), mark.position()));
            } else if (!own.isEmpty()) {
                shown.put(block.id(), new Mark(String.join(" · ", own), isWrong));
            }
        }
        marks.set(shown);
    }

    /// A marker in the JSON of a block.
    private static String words(BreakpointCheck.OwnMarker marker, BreakpointCheck check) {
        return marker.refusal()
                .map(why -> Texts.format("editor.breakpoint-part-refused", marker.part(), RefusalWords.of(why)))
                .orElseGet(() -> check.slots() == 0
                        ? Texts.format("editor.breakpoint-in-part", marker.part())
                        : Texts.format("editor.breakpoint-part", marker.number().getAsInt(), check.slots(),
                                marker.part()));
    }

    private Mark mark(Block block, BreakpointCheck check) {
        Optional<Refusal> refusal = check.refusalOf(block.id());
        if (refusal.filter(why -> !why.isHint()).isPresent()) {
            return new Mark(Texts.format("editor.breakpoint-refused", RefusalWords.of(refusal.get())), true);
        }
        Optional<Analysis> known = analysis.getAnalysis();
        Optional<Integer> position = known.flatMap(done -> done.tokens().ends().stream()
                .filter(end -> end.blockId().equals(block.id())).map(BlockEnd::position)
                .reduce((earlier, later) -> later));
        Optional<TokenRange> tokens = position.map(end -> known.orElseThrow().estimate().range(end));
        Optional<Reuse> reuse = known.flatMap(Analysis::outlook).map(Outlook::reuse);
        Optional<Boundary> boundary = reuse.flatMap(found -> found.boundaries().stream()
                .filter(Boundary::isMarked).filter(one -> one.blockId().equals(block.id()))
                .reduce((inner, last) -> last));
        var words = new ArrayList<String>();
        OptionalInt number = check.numberOf(block.id());
        words.add(number.isEmpty() || check.slots() == 0
                ? Texts.get("editor.breakpoint")
                : Texts.format("editor.breakpoint-of", number.getAsInt(), check.slots()));
        boolean isRead = boundary.filter(one -> one.position() > 0 && one.position() == reuse.get()
                .end()).isPresent();
        tokens.ifPresent(range -> words.addAll(tokenWords(range, isRead)));
        if (boundary.filter(one -> one.isWritten() && !one.isStatic()).isPresent()) {
            words.add(Texts.get("editor.breakpoint-after-change"));
        }
        refusal.ifPresent(hint -> words.add(RefusalWords.of(hint)));
        String ttl = lifetime(check, block.id());
        if (!ttl.isEmpty() && number.isPresent()) {
            words.add(Texts.format("editor.breakpoint-kept", RefusalWords.lifetime(ttl)));
        }
        return new Mark(String.join(" · ", words), false, tokens.map(TokenWords::brief).orElse(""),
                position.orElse(0));
    }

    private List<String> tokenWords(TokenRange range, boolean isRead) {
        int threshold = analysis.destination().cache().map(CacheTerms::minimum).orElse(0);
        String tokens = Texts.format(!isRead ? "editor.breakpoint-tokens"
                : range.isExact() ? "editor.breakpoint-read" : "editor.breakpoint-read-about",
                TokenWords.brief(range));
        return range.mayReach(threshold)
                ? List.of(tokens)
                : List.of(tokens, Texts.format("editor.breakpoint-short",
                        missing(range, threshold), Numbers.count(threshold)));
    }

    private static String missing(TokenRange range, int threshold) {
        String tokens = Numbers.count((long) threshold - range.tokens());
        return TokenWords.about(range.isExact(), tokens);
    }

    /// How long what ends there is kept, in the provider's word; empty where it is not known.
    private String lifetime(BreakpointCheck check, String id) {
        String own = check.sent().stream().filter(sent -> sent.blockId().equals(id)).findFirst().map(Breakpoint::ttl)
                .orElse("");
        String ofRequest = analysis.sent().cache().sent().ttl();
        String usual = analysis.destination().cache().flatMap(terms -> terms.ttls().stream().findFirst())
                .orElse("");
        return !own.isEmpty() ? own : !ofRequest.isEmpty() ? ofRequest : usual;
    }

    /// What an empty gap says.
    public String invitation(String id) {
        return check().refusalOfNew(id).map(RefusalWords::of).orElse(Texts.get("editor.breakpoint-add"));
    }

    /// Whether the model supports breakpoints, or some are set; also while that is not known.
    public ObservableValue<Boolean> takenProperty() {
        return Bindings.createBooleanBinding(() -> analysis.staleProperty().get() || analysis.getAnalysis()
                .filter(Breakpoints::takesNone).isEmpty(), analysis.staleProperty(), analysis.analysisProperty());
    }

    private static boolean takesNone(Analysis now) {
        return now.outlook().filter(outlook -> !outlook.rules().hasBreakpoints()).isPresent()
                && now.prompt().blocks().stream().allMatch(block -> block.breakpoint().isEmpty());
    }

    /// Whether a breakpoint may be set after a block.
    public boolean isOpen(String id) {
        return check().refusalOfNew(id).isEmpty();
    }

    /// Sets a breakpoint after the block, or removes it. Where none may be set, the gap says why.
    public void toggle(String id) {
        Prompt now = prompt.getPrompt();
        boolean isSet = now.block(id).flatMap(Block::breakpoint).isPresent();
        // While the analysis is of an earlier state, it may refuse what is accepted now: then it is set, and the gap
        // soon says what applies.
        boolean isKnown = !analysis.staleProperty().get();
        if (!isSet && isKnown && check().refusalOfNew(id).isPresent()) {
            onRefused.accept(id);
        } else {
            prompt.edit(now.with(id, block -> block.withBreakpoint(!isSet)));
        }
    }

    /// Sets what shows the gap that says why it accepts no breakpoint.
    public void setOnRefused(Consumer<String> listener) {
        onRefused = listener;
    }

    /// The breakpoints by their block, in the order of the prompt.
    public ReadOnlyObjectProperty<Map<String, Mark>> marksProperty() {
        return marks.getReadOnlyProperty();
    }
}
