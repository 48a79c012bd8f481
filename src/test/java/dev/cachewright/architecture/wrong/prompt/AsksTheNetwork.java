package dev.cachewright.architecture.wrong.prompt;

import java.net.URI;

record AsksTheNetwork(URI address) {
}
