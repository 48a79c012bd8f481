/// The values behind the variables: the rows of the data set, and how they meet the prompt.
package dev.cachewright.ui.values;
