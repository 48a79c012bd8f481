package dev.cachewright.settings.keychain;

import dev.cachewright.provider.KeyRef;
import dev.cachewright.settings.Secret;
import dev.cachewright.settings.Vault;

/// Keeps, finds and removes a key in the keychain of the session it runs in, and prints what it saw.
final class KeychainTrial {

    private KeychainTrial() {
    }

    public static void main(String[] arguments) {
        try {
            use();
        } catch (Vault.Closed e) {
            System.out.println("closed: " + e.getMessage());
        }
        // The library's threads would keep the process.
        System.exit(0);
    }

    private static void use() throws Vault.Closed {
        var keychain = new Keychain("Cachewright trial");
        var key = new KeyRef("gateway", "https://gateway.example:443", "");
        var other = new KeyRef("gateway", "https://other.example:443", "");
        System.out.println("before " + keychain.read(key));
        keychain.write(key, Secret.of("first-key-of-the-trial"));
        keychain.write(key, Secret.of("second-key-of-the-trial"));
        System.out.println("kept " + new Keychain("Cachewright trial").read(key));
        System.out.println("elsewhere " + keychain.read(other));
        System.out.println("removed " + keychain.remove(key) + " " + keychain.remove(key));
        System.out.println("after " + keychain.read(key));
    }
}
