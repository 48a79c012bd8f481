package dev.cachewright.prompt.template;

import dev.cachewright.prompt.text.Tag;

/// A piece of a template in its section.
sealed interface Statement permits Content, Section, Statement.Single {

    /// A tag that is no section.
    record Single(Tag tag, TagForm form) implements Statement {
    }
}
