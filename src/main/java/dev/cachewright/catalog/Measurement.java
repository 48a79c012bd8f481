package dev.cachewright.catalog;

import java.time.LocalDate;

/// What a server counted for one request, beside our count.
///
/// @param request names the request, so that measuring it again says nothing new
/// @param factor how many of the model's tokens one token of o200k_base was, in the text of the request; above 0
/// @param tokens of the request, by the server
public record Measurement(String request, LocalDate date, double factor, int tokens) {
}
