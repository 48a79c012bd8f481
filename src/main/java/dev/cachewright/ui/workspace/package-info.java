/// The one state holder of the window: the prompt with its undo list, its analysis, the session, as properties.
///
/// Changes go in as calls, come out as properties, always on the UI thread; work is done in the background.
package dev.cachewright.ui.workspace;
