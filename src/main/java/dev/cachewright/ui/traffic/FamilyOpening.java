package dev.cachewright.ui.traffic;

import dev.cachewright.format.family.FamilyPace;
import dev.cachewright.format.family.FamilyPrompt;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.format.recover.FamilyCalls;
import dev.cachewright.format.recover.Recovery;
import dev.cachewright.prompt.Values;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Opens a family of calls as a prompt: reads the logs again for its requests, and recovers the prompt behind them.
final class FamilyOpening {

    private final FamilyReader reader;
    private final Readings readings;
    private final PromptDoor door;
    private final Consumer<String> say;

    /// @param say shows a sentence: what was opened, or why nothing was
    FamilyOpening(FamilyReader reader, Readings readings, PromptDoor door, Consumer<String> say) {
        this.reader = reader;
        this.readings = readings;
        this.door = door;
        this.say = say;
    }

    void open(FamilyProfile family, List<Path> logs) {
        say.accept("");
        if (family.sums().calls() < 2) {
            say.accept(Texts.get("traffic.open-one-call"));
            return;
        }
        door.open(taker -> readings.start("opening", progress -> make(family, logs, progress),
                new Readings.Ends<>(made -> {
                    made.document().ifPresent(document -> taker.accept(document, FamilyPace.of(family)));
                    say.accept(made.said());
                }, words -> say.accept(Texts.format("traffic.open-failed", Sentence.of(words))))));
    }

    /// A prompt, if there is one, and what is said of it.
    private record Made(Optional<PromptDocument> document, String said) {

        static Made none(String said) {
            return new Made(Optional.empty(), said);
        }
    }

    private Made make(FamilyProfile family, List<Path> logs, ReadingProgress progress) {
        Optional<FamilyCalls> calls = reader.read(logs, family.id(), new TwoPasses(progress));
        progress.say(Texts.get("traffic.opening-made"));
        // The numbers of families are those of their first calls: of other logs the number may be another family's.
        Made made = calls.filter(found -> found.name().equals(family.name()) && !found.calls().isEmpty())
                .map(FamilyOpening::recover).orElseGet(() -> Made.none(Texts.get("traffic.open-changed")));
        return progress.isCancelled() ? Made.none(Texts.get("traffic.open-cancelled")) : made;
    }

    private static Made recover(FamilyCalls calls) {
        Recovery recovery = Recovery.of(calls.calls());
        return FamilyPrompt.of(calls, recovery).map(made -> {
            PromptDocument document = PromptDocument
                    .untitled(made.name(), PromptFile.empty(), made.prompt().prompt(), Values.none())
                    .withRows(made.prompt().rows()).withNotes(MadeNotes.of(made));
            return new Made(Optional.of(document), Texts.format("traffic.opened", made.name(), made.prompt().calls(),
                    calls.calls().size() + calls.more()));
        }).orElseGet(() -> Made.none(Texts.format("traffic.open-not-exact", recovery.leftOut().stream()
                .map(MadeNotes::leftOut).collect(Collectors.joining(" ")))));
    }
}
