/// The sessions on disk: found, named, opened, compared, deleted; and all figures of one beside those of another.
package dev.cachewright.ui.sessions;
