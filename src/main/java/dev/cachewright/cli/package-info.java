/// The command line: the same core without a window.
///
/// With `--json` standard output holds one JSON document and nothing else. Exit status: 0 done, 1 done and the answer
/// is no, 2 an argument or a file cannot be used, reported in one line on standard error.
package dev.cachewright.cli;
