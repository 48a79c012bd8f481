/// Prompts out of recorded requests: the texts of calls aligned, what varies made variables, and every row proved by
/// rendering it. Pure: works on texts that others have read.
package dev.cachewright.format.recover;
