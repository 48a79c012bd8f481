/// A session out of the app: as lines of JSON that `replay` reads, as CSV for spreadsheets, as one page for people.
///
/// Each is written a part at a time, so that a session of any size takes little memory.
package dev.cachewright.report;
