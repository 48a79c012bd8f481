/// What the forms of logs have in common: fields, counts, addresses, requests put together from their parts.
///
/// A key, cookie or header never leaves this package, other than as a short hash.
package dev.cachewright.format.log.part;
