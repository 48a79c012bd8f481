package dev.cachewright.format.prices;

import java.math.BigDecimal;
import java.util.Optional;

/// A figure that a list gives otherwise than the catalogue.
///
/// @param field as in a row; `long input` for the input of long calls
/// @param ours empty where the catalogue has none
public record PriceChange(String model, String field, Optional<BigDecimal> ours, BigDecimal theirs) {
}
