package dev.cachewright.format.prices;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.PlacedJson;
import dev.cachewright.prompt.text.InputException;
import java.math.BigDecimal;

/// Reads a list of prices in a form that it recognises by its content.
public final class PriceListReader {

    private static final BigDecimal DEAREST = BigDecimal.valueOf(100_000);

    private PriceListReader() {
    }

    /// @throws InputException with line and column where the text is not JSON, or neither of the lists
    public static PriceList read(String text) {
        PlacedJson json = PlacedJson.of(text);
        if (GenaiPrices.isIn(json.root())) {
            return new GenaiPrices(json).read();
        }
        if (LiteLlmPrices.isIn(json.root())) {
            return new LiteLlmPrices(json).read();
        }
        throw json.fault("", "This is no list of prices that is known: give data.json of genai-prices, or "
                + "model_prices_and_context_window.json of LiteLLM");
    }

    /// Dollars for a million tokens.
    ///
    /// @param factor what the list's unit is to be multiplied by
    static BigDecimal dollars(PlacedJson json, String path, JsonNode value, BigDecimal factor) {
        if (!value.isNumber() || value.decimalValue().signum() < 0) {
            throw json.fault(path, "A price is a number of dollars, 0 or more, not " + value);
        }
        BigDecimal dollars = Figures.plain(value.decimalValue().multiply(factor));
        if (dollars.compareTo(DEAREST) > 0) {
            throw json.fault(path, "A price of " + dollars.toPlainString() + " dollars for a million tokens cannot be");
        }
        return dollars;
    }
}
