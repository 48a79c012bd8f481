/// Sessions on disk, in one SQLite database: calls as an index, and their bodies in pieces that calls share.
package dev.cachewright.store.sessions;
