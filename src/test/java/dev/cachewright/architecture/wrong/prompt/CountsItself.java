package dev.cachewright.architecture.wrong.prompt;

final class CountsItself {
    static int count;

    private CountsItself() {
        count++;
    }
}
