/// A family of recorded calls as a prompt: to be opened, and to give advice on. The forecast of both follows the pace of
/// the family, so that both say the same.
package dev.cachewright.format.family;
