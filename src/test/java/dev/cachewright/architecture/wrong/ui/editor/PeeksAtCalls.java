package dev.cachewright.architecture.wrong.ui.editor;

import dev.cachewright.architecture.wrong.ui.session.Calls;

record PeeksAtCalls(Calls calls) {
}
