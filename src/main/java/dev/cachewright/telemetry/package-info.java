/// The port through which figures of calls reach the backend of a team: off until a user names where they go.
///
/// What passes it are figures and names, never a prompt, an answer or a key. It never holds or fails a run.
package dev.cachewright.telemetry;
