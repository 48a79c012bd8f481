package dev.cachewright.advice;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.analysis.SeriesForecast;
import dev.cachewright.analysis.VolatileText;
import dev.cachewright.cache.request.TokenSource;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.VariableEdits.Stretch;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.token.request.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What advice is given on: a prompt with its rows, where it goes, and what its calls would read and cost after any
/// edit.
public final class Subject {

    /// So many calls show which of several edits is best.
    private static final int SAMPLE = 8;

    private final Analyst analyst;
    private final AnalysisInput input;
    private final Analysis analysis;
    private final Traffic traffic;
    private final List<ChangingPiece> guesses;
    private final List<Stretch> volatileText;
    private final Map<List<ChangingPiece>, Expectation> now = new HashMap<>();

    /// @param analysis of the input
    public Subject(Analyst analyst, AnalysisInput input, Analysis analysis) {
        this.analyst = analyst;
        this.input = input;
        this.analysis = analysis;
        this.traffic = new Traffic(input);
        this.guesses = pieces(analysis.evidence().guesses());
        this.volatileText = volatileText(input, analysis);
    }

    /// Analyses the input.
    ///
    /// @throws InputException where a block cannot be rendered
    public static Subject of(Analyst analyst, AnalysisInput input) {
        return new Subject(analyst, input, analyst.analyse(input));
    }

    public Prompt prompt() {
        return input.prompt();
    }

    public AnalysisInput input() {
        return input;
    }

    public Analysis analysis() {
        return analysis;
    }

    /// The same question about an edited prompt.
    Subject after(Prompt edited) {
        AnalysisInput next = input.of(edited);
        return new Subject(analyst, next, analyst.analyse(next, destination(edited).servedBy(input.source())));
    }

    /// Whether the calls are those of rows, so that what changes is known.
    public boolean hasRows() {
        return traffic.kind() == Traffic.Kind.ROWS;
    }

    /// Whether the request goes on from a turn before.
    public boolean isConversation() {
        return traffic.kind() == Traffic.Kind.CONVERSATION;
    }

    /// The index of the last block, where it is a question that is another in each call; -1 where that is not known.
    public int question() {
        return traffic.kind() == Traffic.Kind.REPEAT ? Traffic.questionOf(prompt()) : -1;
    }

    /// Whether a block is the last one of the turn before.
    public boolean endsTurnBefore(String blockId) {
        int end = isConversation() ? Traffic.turnBefore(prompt().blocks()) : 0;
        return end > 0 && prompt().blocks().get(end - 1).id().equals(blockId);
    }

    /// Text as pieces that change.
    public List<ChangingPiece> pieces(List<Stretch> stretches) {
        return stretches.stream().map(stretch -> {
            Block block = prompt().block(stretch.blockId()).orElseThrow();
            return ChangingPiece.of(block, stretch);
        }).toList();
    }

    /// Text that looks as if it changed, whether rows are there or not; none where a second request shows it.
    public List<Stretch> volatileText() {
        return volatileText;
    }

    /// Where there are no rows the analysis has looked for it.
    private static List<Stretch> volatileText(AnalysisInput input, Analysis analysis) {
        return input.compared().isEmpty() && input.values().rows().size() > 1
                ? VolatileText.in(input.prompt())
                : analysis.evidence().guesses();
    }

    /// Where the static prefix ends.
    public Spot prefixEnd() {
        Place end = analysis.prefix().end();
        return prompt().block(end.blockId()).map(block -> {
            int offset = Math.clamp(end.offset(), 0, block.content().length());
            return new Spot(block.id(), offset, offset, "", "");
        }).orElseGet(Spot::request);
    }

    /// The forecast of the prompt as it is.
    public Expectation now() {
        return now(List.of());
    }

    /// The same where more text changes than the rows show.
    Expectation now(List<ChangingPiece> assumed) {
        return now.computeIfAbsent(assumed, more -> shown(more)
                .or(() -> expectation(prompt(), more, Integer.MAX_VALUE))
                .orElseGet(() -> new Expectation(0, 0, 0, 0, Optional.empty())));
    }

    /// The forecast that the analysis has made, where nothing but the rows changes, and edits are counted as it counted.
    private Optional<Expectation> shown(List<ChangingPiece> assumed) {
        boolean isCountedHere = analysis.counted().served().isEmpty();
        return assumed.isEmpty() && guesses.isEmpty() && hasRows() && isCountedHere
                ? analysis.outlook().map(outlook -> Expectation.of(outlook.series()))
                : Optional.empty();
    }

    /// The forecast of the prompt after an edit; empty where the edited prompt cannot be rendered, or no rules are known.
    public Optional<Expectation> of(Prompt edited) {
        return of(edited, List.of());
    }

    Optional<Expectation> of(Prompt edited, List<ChangingPiece> assumed) {
        return expectation(edited, assumed, Integer.MAX_VALUE);
    }

    /// The forecast over a few rows, to choose between edits.
    Optional<Expectation> sample(Prompt edited, List<ChangingPiece> assumed) {
        return expectation(edited, assumed, SAMPLE);
    }

    /// The calls over which the prompt is forecast after an edit; empty where it cannot be rendered, or no rules are
    /// known.
    public Optional<Calls> calls(Prompt edited) {
        return calls(edited, guesses, Integer.MAX_VALUE);
    }

    private Optional<Expectation> expectation(Prompt edited, List<ChangingPiece> assumed, int most) {
        return calls(edited, assumed.isEmpty() ? guesses : assumed, most).map(calls -> {
            SeriesForecast series = new Forecaster(calls.terms(), 0).series(calls.requests(), calls.at(),
                    calls.cadence());
            return Expectation.of(calls.areAllCounted() ? series : series.last());
        });
    }

    private Optional<Calls> calls(Prompt edited, List<ChangingPiece> changing, int most) {
        Destination destination = destination(edited);
        try {
            List<CountedRequest> requests = traffic.requests(edited, changing, destination, most);
            // Two requests that are sent at the same time would tell nothing of an edit.
            boolean isSeries = hasRows() || traffic.kind() == Traffic.Kind.PAIR;
            Cadence pace = isSeries ? input.cadence() : Cadence.every(input.cadence().every());
            return destination.termsOf(requests.getFirst())
                    .map(terms -> new Calls(requests, destination, terms, input.at(), pace, isSeries));
        } catch (InputException _) {
            return Optional.empty();
        }
    }

    private Destination destination(Prompt edited) {
        return edited.settings().model().equals(prompt().settings().model())
                ? analysis.destination().servedBy(TokenSource.none())
                : analyst.destination(edited.settings().model(), input.rules());
    }
}
