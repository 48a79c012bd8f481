/// The blocks of the prompt as cards, the rail beside them, and the line where the cacheable prefix ends.
package dev.cachewright.ui.editor;
