/// Text that is edited in parts, the tags in it, and the places of faults in user input.
///
/// Immutable: an edited text shares with the one before it what the edit left alone. Offsets are UTF-16 units.
package dev.cachewright.prompt.text;
