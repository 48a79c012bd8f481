/// Templates with their values: how tags, white space, partials and values become text, and how much of it.
///
/// The only door to Handlebars. Nothing of Java, no file and no log is behind a value.
package dev.cachewright.prompt.template;
