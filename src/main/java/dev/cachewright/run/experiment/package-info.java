/// Experiments between layouts of a prompt: rounds of paced calls to one server, each layout and a control once in each.
///
/// Sends through `run`, and blocks the thread it runs on; what is measured is told in `experiment`.
package dev.cachewright.run.experiment;
