/// Spans and metrics of calls by the conventions of OpenTelemetry for generative AI, over OTLP/HTTP to a collector.
///
/// The only door to OpenTelemetry, whose classes are loaded with the first collector that is opened.
package dev.cachewright.telemetry.otlp;
