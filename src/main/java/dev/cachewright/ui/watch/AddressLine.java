package dev.cachewright.ui.watch;

import dev.cachewright.recorder.WatchAddresses;
import dev.cachewright.recorder.WatchAddresses.Client;
import dev.cachewright.words.Texts;
import java.util.List;

/// A line that can be copied.
///
/// @param title what it is for
record AddressLine(String title, String line) {

    /// What the usual clients are given.
    static List<AddressLine> settings(WatchAddresses addresses) {
        return addresses.settings().stream().filter(setting -> setting.client() != Client.OTHER)
                .map(setting -> new AddressLine(Texts.get("watch.client." + setting.client().word()), setting.line()))
                .toList();
    }

    /// The base URL of each server.
    static List<AddressLine> baseUrls(WatchAddresses addresses) {
        return addresses.servers().stream().map(server -> new AddressLine(server.name(), addresses.baseUrl(server)))
                .toList();
    }
}
