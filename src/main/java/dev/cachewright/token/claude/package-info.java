/// What Claude's servers make of a request, as far as recorded calls show it.
package dev.cachewright.token.claude;
