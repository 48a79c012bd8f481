package dev.cachewright.prompt.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A section of a template, from the tag that opens it to the one that closes it. An `else` with a condition is a
/// section of its own within the other branch.
final class Section implements Statement {

    private final TagForm open;
    private final Optional<Section> outer;
    private final List<Statement> first = new ArrayList<>();
    private Optional<List<Statement>> second = Optional.empty();
    private Optional<Section> chained = Optional.empty();
    private Optional<TagForm> between = Optional.empty();
    private Optional<TagForm> close = Optional.empty();

    Section(TagForm open) {
        this(open, Optional.empty());
    }

    private Section(TagForm open, Optional<Section> outer) {
        this.open = open;
        this.outer = outer;
    }

    /// The branch that is read at the moment.
    List<Statement> current() {
        return second.orElse(first);
    }

    /// Begins the other branch.
    ///
    /// @return the section that is open from now on
    Section next(TagForm form) {
        var branch = new ArrayList<Statement>();
        between = Optional.of(form);
        second = Optional.of(branch);
        if (!form.isChained()) {
            return this;
        }
        var inner = new Section(form, Optional.of(this));
        branch.add(inner);
        chained = Optional.of(inner);
        return inner;
    }

    /// As in handlebars.js, the closing tag belongs to the section and the first of its conditions, and each further
    /// condition ends with its own `else`.
    void close(TagForm form) {
        if (outer.isPresent()) {
            outer.get().close(form);
            return;
        }
        close = Optional.of(form);
        chained.ifPresent(condition -> condition.closeChain(form));
    }

    private void closeChain(TagForm form) {
        close = Optional.of(form);
        chained.ifPresent(condition -> condition.closeChain(between.orElseThrow()));
    }

    List<Statement> program() {
        return first;
    }

    Optional<List<Statement>> inverse() {
        return second;
    }

    /// The text after the first `else`, or of the section where it has none.
    List<Statement> firstInverse() {
        return chained.map(Section::program).or(this::inverse).orElse(first);
    }

    boolean opensLeft() {
        return open.opens();
    }

    boolean closesRight() {
        return close.filter(TagForm::closes).isPresent();
    }

    /// Takes the white space at the tags inside.
    void stripInside() {
        if (open.closes()) {
            Sides.takeAfter(first, -1, true);
        }
        boolean closesLeft = close.filter(TagForm::opens).isPresent();
        if (second.isEmpty()) {
            if (closesLeft) {
                Sides.takeBefore(first, first.size(), true);
            }
            return;
        }
        List<Statement> inverse = firstInverse();
        if (between.orElseThrow().opens()) {
            Sides.takeBefore(first, first.size(), true);
        }
        if (between.orElseThrow().closes()) {
            Sides.takeAfter(inverse, -1, true);
        }
        if (closesLeft) {
            Sides.takeBefore(inverse, inverse.size(), true);
        }
        if (Sides.isBlankBefore(first, first.size(), false) && Sides.isBlankAfter(inverse, -1, false)) {
            Sides.takeBefore(first, first.size(), false);
            Sides.takeAfter(inverse, -1, false);
        }
    }
}
