/// Prompt files, request bodies, values, the catalogue and recorded calls, to and from text.
///
/// Nothing here touches a disk or the network. What a file holds and Cachewright does not know is kept. The only door
/// to CSV and YAML; Jackson is shared with the adapters.
package dev.cachewright.format;
