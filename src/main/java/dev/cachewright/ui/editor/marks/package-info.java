/// What an analysis says at the blocks: the rail and the line of the prefix, breakpoints, the figures of a block, and the
/// tokens of the text in view.
package dev.cachewright.ui.editor.marks;
