/// What commands print: tables, JSON, and the lines beside them.
package dev.cachewright.cli.print;
