/// Keys in the keychain of the system: Secret Service, macOS Keychain, Windows Credential Manager.
///
/// The only door to the library that knows them. Whatever it throws ends here.
package dev.cachewright.settings.keychain;
