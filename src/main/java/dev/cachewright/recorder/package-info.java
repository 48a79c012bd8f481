/// The pass-through server between an application and its provider: what passes becomes calls of a session.
///
/// Calls are read from a copy, behind the bytes and never before them. The copy is bounded: where reading or keeping
/// falls behind, the application's calls go on, and what is missing is counted. No key outlives its call.
package dev.cachewright.recorder;
