package dev.cachewright.prompt.template;

import java.util.List;

/// What is beside a statement in its section.
final class Sides {

    private Sides() {
    }

    /// @param i of the statement; the size of the section for its end
    static boolean isBlankBefore(List<Statement> body, int i, boolean isRoot) {
        if (i == 0) {
            return isRoot;
        }
        return body.get(i - 1) instanceof Content content && content.endsWithBlankLine(isRoot && i == 1);
    }

    /// @param i of the statement; -1 for the beginning of the section
    static boolean isBlankAfter(List<Statement> body, int i, boolean isRoot) {
        if (i + 1 >= body.size()) {
            return isRoot;
        }
        return body.get(i + 1) instanceof Content content
                && content.beginsWithBlankLine(isRoot && i + 2 >= body.size());
    }

    static void takeAfter(List<Statement> body, int i, boolean isAll) {
        if (i + 1 < body.size() && body.get(i + 1) instanceof Content content) {
            content.takeLeft(isAll);
        }
    }

    /// @return whether there was any white space
    static boolean takeBefore(List<Statement> body, int i, boolean isAll) {
        return i > 0 && body.get(i - 1) instanceof Content content && content.takeRight(isAll);
    }
}
