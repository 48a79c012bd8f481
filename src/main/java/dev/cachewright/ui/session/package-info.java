/// The session: its figures, its calls as chart and table, and what the chosen call sent and was billed.
///
/// What a server did not report is a dash, never 0.
package dev.cachewright.ui.session;
