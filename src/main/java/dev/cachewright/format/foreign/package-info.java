/// Prompts in the forms of other programs: what a text is taken for, or why it is refused. A file is named and its text
/// handed in; none is read here but those that a text names, through [SideFiles].
package dev.cachewright.format.foreign;
