/// Opens logs where they stand: files, folders and standard input, packed or not.
///
/// What is packed is told by its first bytes, and unpacked while it is read.
package dev.cachewright.store.log;
