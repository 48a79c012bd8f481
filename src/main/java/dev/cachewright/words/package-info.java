/// How things are said: the texts of `messages.properties`, numbers, figures, verdicts, failures and refusals.
///
/// Used by the window and by the commands, so that both say the same; it knows no screen.
package dev.cachewright.words;
