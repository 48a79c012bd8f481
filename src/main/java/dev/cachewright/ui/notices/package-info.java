/// What has to be seen whichever tab is in front: what is not on disk, a run that did not begin, sessions of before.
package dev.cachewright.ui.notices;
