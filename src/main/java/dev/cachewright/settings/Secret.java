package dev.cachewright.settings;

import dev.cachewright.provider.ProviderException;
import java.util.regex.Pattern;

/// A key, once it is looked up. Only who asks for it by name gets its text: it prints as a mask, and it is no record, no
/// bean and not serialisable, so that nothing writes it by accident.
public final class Secret {

    private static final int LAST = 4;
    /// Of a shorter one, four characters would be too large a part.
    private static final int LONG = 16;
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /// The key without the spaces and line breaks around it.
    ///
    /// @throws ProviderException where it is empty, or no header can hold it
    public static Secret of(String text) {
        String key = text.strip();
        if (key.isEmpty()) {
            throw new ProviderException("The key is empty");
        }
        if (!SENDABLE.matcher(key).matches()) {
            throw new ProviderException("A key has letters, digits and signs only: this one has spaces, line breaks or "
                    + "other characters in it");
        }
        return new Secret(key);
    }

    /// The key itself, for the header that it is sent in.
    public String reveal() {
        return text;
    }

    /// Its last four characters, to tell it from others; empty where it is too short for that.
    public String ending() {
        return text.length() < LONG ? "" : text.substring(text.length() - LAST);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "[key]";
    }
}
