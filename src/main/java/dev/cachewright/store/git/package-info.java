/// Files as a git repository keeps them. Nothing in a repository is changed.
package dev.cachewright.store.git;
