/// What the counted parts of a request are made of: tokens with their bands, signs, and the frame of each family.
package dev.cachewright.token.part;
