/// What the user prefers, kept in one small file that is replaced whole.
///
/// Holds no secret: keys come from the environment.
package dev.cachewright.settings;
