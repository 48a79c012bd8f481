package dev.cachewright.format.body;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Segment;
import dev.cachewright.session.SentBlock;
import dev.cachewright.token.request.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A request body as it is sent, and where the text of each block is in it.
///
/// @param json the exact body
/// @param runs the rendered runs in the order of the body
public record RequestBody(String json, List<Run> runs) {

    public RequestBody {
        runs = List.copyOf(runs);
    }

    /// Where a place of the prompt is in the body; the beginning of the block where the place is in none of its
    /// runs, 0 where the block is not in the body.
    public int offsetOf(Place place) {
        int found = 0;
        for (Run run : runs) {
            if (run.segment().blockId().equals(place.blockId()) && run.segment().start() <= place.offset()) {
                int inside = run.segment().isValue()
                        ? 0
                        : Math.min(place.offset() - run.segment().start(), run.segment().length());
                found = run.isQuoted()
                        ? run.start() + RawJson.quote(run.segment().content().substring(0, inside)).length() - 2
                        : run.start() + inside;
            }
        }
        return found;
    }

    /// Where the blocks are in the body, without their text.
    public List<SentBlock> blocks() {
        Map<String, Integer> lengths = new HashMap<>();
        var blocks = new ArrayList<SentBlock>();
        for (Run run : runs) {
            Segment segment = run.segment();
            int start = lengths.getOrDefault(segment.blockId(), 0);
            lengths.put(segment.blockId(), start + segment.length());
            int length = run.isQuoted() ? RawJson.quote(segment.text()).length() - 2 : segment.length();
            blocks.add(new SentBlock(segment.blockId(), start, run.start(),
                    Math.min(length, json.length() - run.start()), run.isQuoted(), segment.isValue()));
        }
        return List.copyOf(blocks);
    }

    /// A rendered run in the body.
    ///
    /// @param start offset of its first character in the body
    /// @param isQuoted whether it is within a JSON string, rather than being JSON itself
    public record Run(Segment segment, int start, boolean isQuoted) {
    }
}
