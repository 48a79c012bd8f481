package dev.cachewright.cache.state;

/// The parts of a prompt in the order in which a server puts it together.
public enum Section {
    TOOLS, SYSTEM, MESSAGES
}
