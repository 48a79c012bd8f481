/// The values behind the variables: the rows of the data set, and how they match the prompt.
package dev.cachewright.ui.values;
