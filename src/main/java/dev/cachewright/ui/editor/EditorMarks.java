package dev.cachewright.ui.editor;

import dev.cachewright.advice.Advice;
import dev.cachewright.advice.Severity;
import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Comparison;
import dev.cachewright.analysis.Reach;
import dev.cachewright.token.request.Place;
import dev.cachewright.token.request.TokenSpan;
import dev.cachewright.ui.editor.marks.PrefixMarks;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.text.Mark;
import dev.cachewright.ui.workspace.AdviceModel;
import dev.cachewright.ui.workspace.AnalysisModel;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What an analysis says at the blocks: the figures of the cards that are in sight, the rail, and the line of the prefix.
final class EditorMarks {

    private final Set<BlockCardViewModel> attached = new HashSet<>();
    private final ReadOnlyObjectWrapper<Optional<PrefixMarks>> marks = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, Line>> lines = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper reply = new ReadOnlyStringWrapper("");
    private Optional<Analysis> analysis = Optional.empty();
    private Map<String, TokenSpan> spans = Map.of();
    private Map<String, Reach.OfBlock> reach = Map.of();
    private List<Advice> advice = List.of();
    private Consumer<Advice> apply = found -> {
        // Nobody gives advice.
    };

    EditorMarks(AnalysisModel model, Subscriptions subscriptions) {
        subscriptions.add(model.analysisProperty().subscribe(this::show));
    }

    /// The line of the prefix in the gap below a block.
    record Line(String caption, boolean isShort) {
    }

    /// Shows advice at the cards from now on.
    void advise(AdviceModel model, Subscriptions subscriptions) {
        apply = model::apply;
        subscriptions.add(model.givenProperty().subscribe(given -> {
            advice = given.advice();
            attached.forEach(this::showAdvice);
        }));
    }

    private void showAdvice(BlockCardViewModel card) {
        card.getAdvice().show(advice.stream().filter(found -> found.spot().blockId().equals(card.id())
                && found.severity() != Severity.INFO).findFirst(), apply);
    }

    private void show(Optional<Analysis> now) {
        analysis = now;
        Map<String, TokenSpan> found = new HashMap<>();
        now.ifPresent(done -> done.tokens().spans().forEach(span -> found.put(span.blockId(), span)));
        spans = found;
        Optional<Reach> reached = now.map(Analysis::reach);
        reach = reached.map(Reach::blocks).orElse(Map.of());
        marks.set(now.map(done -> PrefixMarks.of(done, reached.orElseThrow())));
        attached.forEach(this::showOn);
        lines.set(now.map(done -> lines(done, marks.get().orElseThrow())).orElse(Map.of()));
        reply.set(now.map(EditorMarks::replyWords).orElse(""));
    }

    private void showOn(BlockCardViewModel card) {
        Optional<TokenSpan> span = Optional.ofNullable(spans.get(card.id()));
        if (analysis.isPresent() && span.isPresent()) {
            card.getFigures().show(analysis.get(), span.get());
        } else {
            card.getFigures().clear();
        }
        card.showReach(Optional.ofNullable(reach.get(card.id())), boundaryIn(card.id()));
        card.showDifferences(analysis.map(done -> marksOf(card.id(), done)).orElse(List.of()));
    }

    /// Where the text differs from that of a second request, or looks as if it changed.
    private static List<Mark> marksOf(String id, Analysis analysis) {
        Stream<Mark> differences = analysis.comparison().map(Comparison::changes).orElse(List.of()).stream()
                .filter(change -> change.blockId().equals(id) && change.start() < change.end())
                .map(change -> new Mark(change.start(), change.end(), "difference"));
        Stream<Mark> guesses = analysis.evidence().guesses().stream().filter(place -> place.blockId().equals(id))
                .map(place -> new Mark(place.start(), place.end(), "volatile"));
        return Stream.concat(differences, guesses).toList();
    }

    /// The offset at which the prefix ends in the text of a block; negative where it ends in no text or another's.
    private int boundaryIn(String id) {
        Optional<Place> end = marks.get().map(PrefixMarks::end).filter(place -> place.blockId().equals(id));
        boolean isInText = end.isPresent() && (end.get().offset() > 0 || isFirst(id))
                && analysis.flatMap(done -> done.prompt().block(id))
                        .filter(block -> end.get().offset() < BlockCardViewModel.shownLength(block)).isPresent();
        return isInText ? end.get().offset() : -1;
    }

    private boolean isFirst(String id) {
        return analysis.filter(done -> done.tokens().spans().getFirst().blockId().equals(id)).isPresent();
    }

    /// The line is in the gap below the block in which the prefix ends; at the beginning of a block, in the gap above.
    private static Map<String, Line> lines(Analysis analysis, PrefixMarks marks) {
        if (marks.breakpoint().isPresent()) {
            return Map.of();
        }
        List<TokenSpan> sent = analysis.tokens().spans();
        String id = marks.end().blockId();
        for (int i = 1; i < sent.size() && marks.end().offset() == 0; i++) {
            if (sent.get(i).blockId().equals(marks.end().blockId())) {
                id = sent.get(i - 1).blockId();
            }
        }
        return Map.of(id, new Line(marks.caption(), marks.isShort()));
    }

    /// What is counted after the last block.
    private static String replyWords(Analysis analysis) {
        int all = analysis.total().tokens();
        int blocks = analysis.estimate().tokens(analysis.tokens().size());
        return all == blocks ? ""
                : Texts.format("editor.reply", all - blocks, TokenWords.about(analysis, Numbers.count(all)));
    }

    /// What the rail says of a block under the pointer.
    String railWords(String blockId) {
        return Optional.ofNullable(spans.get(blockId)).flatMap(span -> Optional.ofNullable(reach.get(blockId))
                .flatMap(known -> analysis.map(done -> PrefixMarks.words(done, span, known)))).orElse("");
    }

    /// From now on the card is told what is known of its block.
    void attach(BlockCardViewModel card) {
        attached.add(card);
        showOn(card);
        showAdvice(card);
    }

    void detach(BlockCardViewModel card) {
        attached.remove(card);
    }

    ReadOnlyObjectProperty<Optional<PrefixMarks>> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /// The lines of the prefix, by the block below which they are.
    ReadOnlyObjectProperty<Map<String, Line>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// What comes after the last block: the tokens with which the reply begins; empty where there are none.
    ReadOnlyStringProperty replyProperty() {
        return reply.getReadOnlyProperty();
    }
}
