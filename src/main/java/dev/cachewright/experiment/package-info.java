/// Layouts of a prompt compared by calls: samples, and the differences of their pairs with their intervals. Knows no
/// clock and makes no call; what is unknown is left out and counted, and never taken for 0.
package dev.cachewright.experiment;
