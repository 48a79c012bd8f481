/// Passes HTTP/1.1 between clients on this computer and servers, and shows a watcher what passes.
///
/// Bytes go on as they come; of a request only the path and `Host` are changed, of an answer nothing. What a watcher is
/// shown is read from the bytes after they have gone on. Knows nothing of models.
package dev.cachewright.recorder.http;
