package dev.cachewright.session;

import dev.cachewright.catalog.Money;
import java.util.List;
import java.util.Optional;

/// What calls cost, beside what they would have cost; over the calls of which both are known, input and output.
///
/// @param calls of which both are known
/// @param uncached where nothing had been cached
/// @param perfect where each had read all that its static prefix promises; empty where that is not known of each
public record CostSums(int calls, Money cost, Money uncached, Optional<Money> perfect) {

    static CostSums of(List<Call> calls) {
        int priced = 0;
        Money cost = Money.ZERO;
        Money uncached = Money.ZERO;
        Optional<Money> perfect = Optional.of(Money.ZERO);
        for (Call call : calls) {
            Call.Bill bill = call.bill();
            if (bill.cost().isPresent() && bill.uncached().isPresent()) {
                priced++;
                cost = cost.plus(bill.cost().get());
                uncached = uncached.plus(bill.uncached().get());
                perfect = perfect.flatMap(sum -> bill.perfect().map(sum::plus));
            }
        }
        return new CostSums(priced, cost, uncached, priced == 0 ? Optional.empty() : perfect);
    }

    /// What caching saved; negative where writing cost more than reading brought.
    public Money saved() {
        return uncached.minus(cost);
    }
}
