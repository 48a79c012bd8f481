package dev.cachewright.format.foreign;

import java.util.List;

/// The first of many names, so that what is said stays short however long a file is.
final class Few {

    private static final int MOST = 10;

    private Few() {
    }

    static String list(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
        return names.size() > MOST ? first + ", and " + (names.size() - MOST) + " more" : first;
    }
}
