/// How many tokens a server counts for a request: what each kind is asked, and how its answer is read.
///
/// Nothing here opens a connection: servers are asked through [dev.cachewright.provider.Questions].
package dev.cachewright.provider.count;
