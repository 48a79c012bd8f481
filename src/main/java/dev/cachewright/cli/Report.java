package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a command found out, to be read by a program or by people.
interface Report {

    ObjectNode json();

    Table table();

    /// A line below the table.
    String summary();
}
