package dev.cachewright.app;

/// Starts Cachewright: the window without a command, the command line with one.
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        System.out.println("Cachewright");
    }
}
