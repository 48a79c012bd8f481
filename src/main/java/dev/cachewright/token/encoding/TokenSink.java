package dev.cachewright.token.encoding;

/// Where tokens go one by one.
@FunctionalInterface
public interface TokenSink {

    void add(int id);
}
