/// The tab with all advice: what to change, what it brings, and the edits.
package dev.cachewright.ui.advice;
