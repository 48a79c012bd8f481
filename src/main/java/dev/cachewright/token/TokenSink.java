package dev.cachewright.token;

/// Where tokens go one by one.
@FunctionalInterface
public interface TokenSink {

    void add(int id);
}
