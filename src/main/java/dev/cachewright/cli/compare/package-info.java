/// The command that compares layouts of a prompt: by forecasts, and by calls.
package dev.cachewright.cli.compare;
