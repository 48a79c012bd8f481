/// Layouts of a prompt beside each other in a window of its own: kept, forecast, measured, and put into the editor.
///
/// What is counted or called runs in the background; may use the centre, `provider`, `run`, `run.experiment` and the rim.
package dev.cachewright.ui.layouts;
