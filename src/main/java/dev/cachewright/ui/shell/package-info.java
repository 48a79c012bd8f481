/// The window around the views: header, footer, menu, commands, dialogs, the start page, opening and saving.
package dev.cachewright.ui.shell;
