package dev.cachewright.architecture.wrong.prompt;

final class ShowsAnArray {
    static final int[] STEPS = {128};

    private ShowsAnArray() {
    }
}
