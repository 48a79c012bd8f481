/// Opening, saving and recovering prompts, and the page that offers them at the start.
package dev.cachewright.ui.document;
