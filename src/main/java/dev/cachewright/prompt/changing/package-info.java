/// Text that looks as if it changed from call to call: moments, ids, counters, signed addresses.
///
/// A guess from the form of text and the words before it, for places where nothing proves it. It may use `prompt.text`
/// alone. Time is linear in the length of the text: each place is looked at once, through a window of fixed size.
package dev.cachewright.prompt.changing;
