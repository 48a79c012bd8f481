/// The page of servers and keys. Holds no key: what is typed goes to the store of keys, and is forgotten.
package dev.cachewright.ui.settings;
