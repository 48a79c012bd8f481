package dev.cachewright.ui.traffic;

import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.TrafficWords;

/// A family of calls as a row of the table.
record FamilyRow(FamilyProfile family, String name, String model, String calls, String hitRate, String reachable,
        String wasted, String cause) {

    static FamilyRow of(FamilyProfile family) {
        var sums = family.sums();
        return new FamilyRow(family, TrafficWords.name(family), family.model(), Numbers.count(sums.calls()),
                Numbers.percent(sums.hitRate()), Numbers.percent(sums.reachable()), Numbers.money(sums.waste()),
                TrafficWords.mainCause(family));
    }
}
