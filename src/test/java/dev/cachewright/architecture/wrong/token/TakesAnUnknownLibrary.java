package dev.cachewright.architecture.wrong.token;

import org.slf4j.Logger;

record TakesAnUnknownLibrary(Logger log) {
}
