package dev.cachewright.ui.traffic;

import dev.cachewright.format.traffic.ExamplePlace;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TrafficWords;
import java.util.List;

/// What a family lost by one cause, with the place of an example.
record CauseLine(String title, String place) {

    /// Looks for the places: not on the UI thread.
    static List<CauseLine> of(FamilyProfile family, ExamplePlace places) {
        var causes = family.sums().causes();
        return causes.stream().map(waste -> {
            var place = places.of(waste.example());
            return new CauseLine(Texts.format("traffic.cause-line", TrafficWords.cause(waste.cause()), waste.calls(),
                    Numbers.count(waste.tokens()), Numbers.money(waste.cost()),
                    Numbers.percent(TrafficWords.share(waste, causes))), TrafficWords.example(waste.example(), place));
        }).toList();
    }
}
