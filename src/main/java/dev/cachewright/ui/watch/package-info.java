/// An application that is watched: asked what, shown where it can reach its servers, and told while it goes on.
package dev.cachewright.ui.watch;
