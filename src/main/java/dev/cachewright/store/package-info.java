/// What is kept on disk: sessions, and prompt files with the files beside them.
///
/// A file is replaced whole or not at all, and never over a change that was made meanwhile.
package dev.cachewright.store;
