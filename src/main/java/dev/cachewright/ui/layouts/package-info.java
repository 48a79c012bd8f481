/// Layouts of a prompt beside each other in a window of its own: kept, forecast, measured, and put into the editor.
///
/// What is counted or called runs in the background. May use the centre, `provider`, `run`, `run.experiment`, `store`,
/// `settings` and the rim.
package dev.cachewright.ui.layouts;
