/// How things are said: the texts of `messages.properties`, numbers, and what figures and refusals are called.
///
/// Used by the window and by the commands, so that both say the same; it knows no screen.
package dev.cachewright.words;
