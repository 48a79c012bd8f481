/// How other programs write things down: words of a shell, YAML and JSON with places, front matter, variables in text.
/// Knows no format as a whole.
package dev.cachewright.format.foreign.syntax;
