/// What calls would cost a day where something is otherwise: figures that are moved, what follows from them, the curve
/// of one of them, and other models. Everything follows from the open prompt and these figures; nothing is counted while
/// the tab is not in view.
package dev.cachewright.ui.whatif;
