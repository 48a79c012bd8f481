package dev.cachewright.ui.editor;

/// An edit of the block that has the focus.
public enum BlockAction {

    MOVE_UP, MOVE_DOWN, DUPLICATE, DELETE, MERGE, SPLIT, TOGGLE_KIND, TOGGLE_BREAKPOINT, TOGGLE_FOLD, MAKE_VARIABLE
}
