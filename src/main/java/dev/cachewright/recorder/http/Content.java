package dev.cachewright.recorder.http;

/// Is given the content of a body, without what says where it ends.
interface Content {

    /// @param bytes to be copied before it returns
    void accept(byte[] bytes, int from, int to);
}
