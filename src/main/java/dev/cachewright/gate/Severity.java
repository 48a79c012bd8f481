package dev.cachewright.gate;

/// How much a finding matters.
public enum Severity {
    INFO, WARNING, ERROR
}
