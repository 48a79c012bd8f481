/// What is known of what changes from call to call, said above the blocks: one request alone cannot tell, so what is
/// assumed is named, with what makes it known.
package dev.cachewright.ui.changes;
