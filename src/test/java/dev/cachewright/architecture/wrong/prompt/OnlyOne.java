package dev.cachewright.architecture.wrong.prompt;

final class OnlyOne {
    private static final OnlyOne ONE = new OnlyOne();

    static OnlyOne getInstance() {
        return ONE;
    }
}
