/// Request bodies of the three endpoints, and the usage in their answers.
///
/// A body is written with the origin of each of its runs, so that a place in it is a place in the prompt.
package dev.cachewright.format.body;
