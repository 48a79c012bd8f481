/// What all servers have in common: one HTTP exchange with our own bytes, read as its bytes come, ended when it takes
/// too long or is cancelled, and its failures as kinds.
///
/// A [dev.cachewright.provider.wire.Dialect] says how a kind of server is asked and how it answers. No key leaves a
/// [dev.cachewright.provider.wire.Wire] but in the header of its route.
package dev.cachewright.provider.wire;
