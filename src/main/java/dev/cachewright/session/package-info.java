/// Sessions: the calls that were made, what each was forecast to do and did, verdicts and statistics.
///
/// What a server did not report is unknown, never zero. Sessions are kept through the port
/// [dev.cachewright.session.SessionStore].
package dev.cachewright.session;
