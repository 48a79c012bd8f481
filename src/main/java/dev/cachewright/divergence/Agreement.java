package dev.cachewright.divergence;

/// Whether a vendor's own diagnosis says the same as we do.
public enum Agreement {
    AGREES, DIFFERS,
    /// The vendor names no reason, or has not compared.
    SAYS_NOTHING
}
