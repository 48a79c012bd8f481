/// The forms of logs, a class each: what a record of theirs says of a call. They are told by what a record holds.
package dev.cachewright.format.log.form;
