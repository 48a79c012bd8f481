package dev.cachewright.advice;

import java.util.Locale;

/// How much a finding matters.
public enum Severity {

    /// Good to know; nothing is lost for sure.
    INFO,
    /// Money is likely lost.
    WARNING,
    /// The cache is missed, or the provider refuses the request.
    ERROR;

    /// The word on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
