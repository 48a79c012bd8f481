package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Role;

/// A block as it is when it is added.
final class NewBlock {

    private NewBlock() {
    }

    static Block of(String id, Role role) {
        return Block.of(id, role, Kind.STATIC, switch (role) {
            case TOOLS -> "[]\n";
            case SCHEMA -> "{\"type\": \"object\"}\n";
            default -> "\n";
        });
    }
}
