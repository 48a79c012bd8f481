/// The prompt document: ordered blocks, variables, values, and their rendering to a request.
///
/// Everything here is immutable and pure: no disk, no clock, no user interface. A [dev.cachewright.prompt.Prompt]
/// is edited by making the next one, so that undo is a list of prompts.
package dev.cachewright.prompt;
