/// Advice on the settings of a request, and on how its calls follow each other.
package dev.cachewright.advice.settings;
