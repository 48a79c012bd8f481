package dev.cachewright.analysis;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.VariableEdits.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text that looks as if it changed from call to call: a moment, or an id. A guess from its form, for a prompt of which
/// only one request is known.
public final class VolatileText {

    private static final String TIME = "\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?(?:\\s?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?";
    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
    private static final Pattern VOLATILE = Pattern.compile(
            "\\b\\d{4}-\\d{2}-\\d{2}[T ]" + TIME
                    + "|\\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?\\d{1,2} " + MONTH + " \\d{4},? " + TIME
                    + "|\\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b"
                    + "|\\b(?=[0-9a-f]*\\d)(?=[0-9a-f]*[a-f])[0-9a-f]{24,64}\\b"
                    + "|\\b1[6-9]\\d{8}(?:\\d{3})?\\b");
    /// What comes late in a long text costs little, and is likely an example.
    private static final int LONGEST = 20_000;
    private static final int MOST = 20;

    private VolatileText() {
    }

    /// The places in the instructions, in their order; at most a few.
    public static List<Stretch> in(Prompt prompt) {
        var found = new ArrayList<Stretch>();
        for (Block block : prompt.blocks()) {
            if (block.role().isInstruction() && block.form() != Form.ITEM && found.size() < MOST) {
                String start = block.content().substring(0, Math.min(block.content().length(), LONGEST));
                Matcher place = VOLATILE.matcher(start);
                while (place.find() && found.size() < MOST) {
                    found.add(new Stretch(block.id(), place.start(), place.end()));
                }
            }
        }
        return List.copyOf(found);
    }
}
