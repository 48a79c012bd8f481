/// The JavaFX kit without domain: loads views, runs work off the UI thread, dresses scenes, formats texts.
/// Only this package calls `Platform.runLater`. It may use JavaFX, AtlantaFX and the JDK, nothing of ours.
package dev.cachewright.ui.fx;
