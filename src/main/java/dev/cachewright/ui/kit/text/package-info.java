/// Areas for text of any length: soft line breaks, marks, tints, and tokens where they are looked at.
///
/// They know characters and ranges, and nothing of prompts.
package dev.cachewright.ui.kit.text;
