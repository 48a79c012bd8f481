package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The result of a command, for programs as JSON and for people as a table.
public interface Report {

    ObjectNode json();

    Table table();

    /// A line below the table.
    String summary();
}
