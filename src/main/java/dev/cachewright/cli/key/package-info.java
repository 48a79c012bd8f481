/// The commands for keys. A key is typed or piped in, never an argument, and never printed.
package dev.cachewright.cli.key;
