package dev.cachewright.traffic;

import java.util.regex.Pattern;

/// Keys of providers as they look: names of families are shown, and become those of files.
public final class KeyShape {

    private static final Pattern KEY = Pattern.compile("\\b(?:(?:sk|pk|rk|gsk|xai|ghp|hf)[-_]|AIza)[A-Za-z0-9_-]{12,}");

    private KeyShape() {
    }

    /// The text with what looks like a key taken out.
    public static String strike(String text) {
        return KEY.matcher(text).replaceAll("[key]");
    }
}
