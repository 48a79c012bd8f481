/// What a user can do, as data: one list for menus, palette, keys and their help.
package dev.cachewright.ui.command;
