package dev.cachewright.architecture.wrong.prompt;

import java.util.concurrent.ConcurrentHashMap;

final class KeepsAList {
    static final ConcurrentHashMap<String, String> SEEN = new ConcurrentHashMap<>();

    private KeepsAList() {
    }
}
