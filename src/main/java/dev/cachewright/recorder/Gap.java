package dev.cachewright.recorder;

import java.util.Locale;

/// Why a call passed and is not in the session.
public enum Gap {
    /// There was no room for a copy of it.
    NO_ROOM,
    /// Its request is not one that can be read.
    NOT_READ,
    /// It went over a WebSocket, whose messages are not read.
    WEB_SOCKET,
    /// It is compressed in a form that is not known here.
    UNKNOWN_CODING,
    /// Reading it failed.
    FAILED,
    /// The disk did not take it, nor those before it.
    NOT_KEPT;

    /// In the keys of texts.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
