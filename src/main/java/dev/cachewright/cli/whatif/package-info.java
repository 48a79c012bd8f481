/// The command that answers what a prompt costs where something is otherwise.
package dev.cachewright.cli.whatif;
