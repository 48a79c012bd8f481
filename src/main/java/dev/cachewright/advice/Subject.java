package dev.cachewright.advice;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Evidence;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.analysis.SeriesForecast;
import dev.cachewright.cache.request.TokenSource;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.VariableEdits.Stretch;
import dev.cachewright.prompt.text.InputException;
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
    private final Map<List<ChangingPiece>, Expectation> now = new HashMap<>();

    /// @param analysis of the input
    public Subject(Analyst analyst, AnalysisInput input, Analysis analysis) {
        this.analyst = analyst;
        this.input = input;
        this.analysis = analysis;
        this.traffic = new Traffic(input);
        this.guesses = pieces(analysis.evidence().guesses());
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
        return input.compared().isPresent() ? List.of() : Evidence.volatileText(prompt());
    }

    /// The forecast of the prompt as it is.
    public Expectation now() {
        return now(List.of());
    }

    /// The same where more text changes than the rows show.
    Expectation now(List<ChangingPiece> assumed) {
        return now.computeIfAbsent(assumed, more -> shown(more)
                .or(() -> expectation(prompt(), more, Integer.MAX_VALUE, input.cadence()))
                .orElseGet(() -> new Expectation(0, 0, 0, 0, Optional.empty())));
    }

    /// The forecast that the analysis has made, where nothing but the rows changes, and edits are counted as it counted.
    private Optional<Expectation> shown(List<ChangingPiece> assumed) {
        boolean isCountedHere = analysis.counted().served().isEmpty();
        return assumed.isEmpty() && guesses.isEmpty() && hasRows() && isCountedHere
                ? analysis.outlook().map(outlook -> Expectation.of(outlook.series().calls()))
                : Optional.empty();
    }

    /// The forecast of the prompt after an edit; empty where the edited prompt cannot be rendered, or no rules are known.
    public Optional<Expectation> of(Prompt edited) {
        return of(edited, List.of());
    }

    Optional<Expectation> of(Prompt edited, List<ChangingPiece> assumed) {
        return expectation(edited, assumed, Integer.MAX_VALUE, input.cadence());
    }

    /// The forecast over a few rows, to choose between edits.
    Optional<Expectation> sample(Prompt edited, List<ChangingPiece> assumed) {
        return expectation(edited, assumed, SAMPLE, input.cadence());
    }

    /// The forecast of the prompt as it is where calls follow each other otherwise.
    public Optional<Expectation> at(Cadence cadence) {
        return expectation(prompt(), List.of(), Integer.MAX_VALUE, cadence);
    }

    /// The calls over which the prompt is forecast after an edit; empty where it cannot be rendered, or no rules are
    /// known.
    public Optional<Calls> calls(Prompt edited) {
        return calls(edited, guesses, Integer.MAX_VALUE, input.cadence());
    }

    private Optional<Expectation> expectation(Prompt edited, List<ChangingPiece> assumed, int most,
            Cadence cadence) {
        return calls(edited, assumed.isEmpty() ? guesses : assumed, most, cadence).map(calls -> {
            SeriesForecast series = new Forecaster(calls.terms(), 0).series(calls.requests(), calls.at(),
                    calls.cadence());
            return Expectation.of(calls.areAllCounted() ? series.calls() : List.of(series.calls().getLast()));
        });
    }

    private Optional<Calls> calls(Prompt edited, List<ChangingPiece> changing, int most, Cadence cadence) {
        Destination destination = destination(edited);
        try {
            List<CountedRequest> requests = traffic.requests(edited, changing, destination, most);
            // Two requests that are sent at the same time would tell nothing of an edit.
            boolean isSeries = hasRows() || traffic.kind() == Traffic.Kind.PAIR;
            Cadence pace = isSeries ? cadence : Cadence.every(cadence.every());
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
