/// The request tab: the exact JSON that is sent for the row in use, with its cached part tinted.
package dev.cachewright.ui.request;
