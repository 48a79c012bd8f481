/// The logs of an application: read with progress, and shown as pictures, causes and families.
package dev.cachewright.ui.traffic;
