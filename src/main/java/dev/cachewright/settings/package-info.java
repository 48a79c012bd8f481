/// What the user prefers, kept in one small file that is replaced whole.
///
/// Keys are not among them: profiles say where theirs is looked up, and [Secrets] looks there.
package dev.cachewright.settings;
