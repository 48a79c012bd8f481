/// The command that watches an application: what it prints at first, for each call, and at its end.
package dev.cachewright.cli.watch;
