package dev.cachewright.ui.traffic;

import dev.cachewright.format.family.FamilyPrompt;
import dev.cachewright.format.recover.LeftOut;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.List;

/// What is to be known of a prompt that was made of recorded calls, a sentence each.
final class MadeNotes {

    private MadeNotes() {
    }

    static List<String> of(FamilyPrompt made) {
        var notes = new ArrayList<String>();
        notes.add(Texts.format("traffic.made-of", made.prompt().calls()));
        made.recovery().leftOut().forEach(left -> notes.add(leftOut(left)));
        if (made.elsewhere() > 0) {
            notes.add(Texts.format("traffic.made-elsewhere", made.elsewhere()));
        }
        if (made.family().more() > 0) {
            notes.add(Texts.format("traffic.made-more", made.family().more()));
        }
        made.prompt().notes().forEach(note -> notes.add(Sentence.of(note)));
        return notes;
    }

    static String leftOut(LeftOut left) {
        return Texts.format("traffic.made-left-out", left.count(), left.reason(), left.first());
    }
}
