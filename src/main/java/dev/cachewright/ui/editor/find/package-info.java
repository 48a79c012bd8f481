/// The bar that finds text in the blocks.
package dev.cachewright.ui.editor.find;
