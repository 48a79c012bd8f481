/// The answer: as it arrives while a call runs, and as it was kept when an earlier call is chosen.
package dev.cachewright.ui.response;
