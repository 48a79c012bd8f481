package dev.cachewright.parting;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A body, and the same with one place changed.
///
/// @param foreign the body with all of the changed block replaced by what it shares nothing with
/// @param cut the body without the changed block and what follows it
/// @param path JSON pointer to the changed value
/// @param within the JSON of the changed block before the change, whose text both may share
/// @param isText whether the block is counted by its text, so that it is shared up to the change
public record Change(ObjectNode before, ObjectNode after, ObjectNode foreign, ObjectNode cut, String path,
        String within, boolean isText) {

    /// Whether the block has another type after the change.
    boolean isReplaced() {
        return after.at(path).isObject() && !before.at(path).path("type").equals(after.at(path).path("type"));
    }
}
