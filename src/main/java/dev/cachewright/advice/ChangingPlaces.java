package dev.cachewright.advice;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where in a prompt the pieces are that change from call to call: looked for once, changed in each call.
final class ChangingPlaces {

    private final Prompt prompt;
    private final List<ChangingPiece> pieces;
    /// Of each block, the last one first, so that a change moves none that is still to come.
    private final List<List<Place>> places;

    private ChangingPlaces(Prompt prompt, List<ChangingPiece> pieces, List<List<Place>> places) {
        this.prompt = prompt;
        this.pieces = pieces;
        this.places = places;
    }

    static ChangingPlaces of(Prompt prompt, List<ChangingPiece> pieces) {
        return new ChangingPlaces(prompt, pieces,
                prompt.blocks().stream().map(block -> places(block, pieces)).toList());
    }

    private record Place(int start, int end, ChangingPiece piece) {
    }

    private static List<Place> places(Block block, List<ChangingPiece> pieces) {
        if (!block.role().isMessage()) {
            return List.of();
        }
        var all = new ArrayList<Place>();
        for (ChangingPiece piece : pieces) {
            int at = block.content().indexOf(piece.context(), 0);
            while (at >= 0) {
                int end = at + piece.context().length();
                all.add(new Place(end - piece.text().length(), end, piece));
                at = block.content().indexOf(piece.context(), end);
            }
        }
        all.sort(Comparator.comparingInt(Place::start).reversed());
        var apart = new ArrayList<Place>();
        for (Place place : all) {
            if (apart.isEmpty() || place.end() <= apart.getLast().start()) {
                apart.add(place);
            }
        }
        return apart;
    }

    /// The prompt as it is in the call with that number.
    Prompt in(int call) {
        if (pieces.isEmpty() || call == 0) {
            return prompt;
        }
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < places.size(); i++) {
            Block block = prompt.blocks().get(i);
            blocks.add(places.get(i).isEmpty() ? block : block.withContent(changed(block, places.get(i), call)));
        }
        Map<String, Object> defaults = new LinkedHashMap<>(prompt.defaults());
        pieces.forEach(piece -> defaults.replaceAll((_, value) -> piece.in(value, call)));
        return new Prompt(blocks, prompt.settings(), defaults);
    }

    private static Text changed(Block block, List<Place> places, int call) {
        Text content = block.content();
        for (Place place : places) {
            content = content.replace(place.start(), place.end() - place.start(),
                    Variation.of(place.piece().text(), call));
        }
        return content;
    }
}
