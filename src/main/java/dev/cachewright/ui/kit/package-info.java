/// Our own controls: charts, rails, pickers, text areas. They show what they are given and know no rules.
/// Each can be written in FXML (no-argument constructor, properties); colours and sizes come from
/// `styles/controls`, colour is never the only sign. It may use `ui.fx` and the pure packages, nothing else of ours.
package dev.cachewright.ui.kit;
