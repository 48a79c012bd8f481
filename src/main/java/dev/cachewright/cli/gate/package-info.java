/// The command that is the gate of a build.
package dev.cachewright.cli.gate;
