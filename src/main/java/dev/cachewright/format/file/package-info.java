/// Prompt files and values: from text to blocks and back, not one character of the author's rewritten.
package dev.cachewright.format.file;
