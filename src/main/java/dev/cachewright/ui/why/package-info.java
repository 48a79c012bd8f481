/// Two requests beside each other: what they share, where the later one leaves the earlier, why, and what that costs.
///
/// It knows nothing of sessions: it is shown two requests, and a list of others to choose from.
package dev.cachewright.ui.why;
