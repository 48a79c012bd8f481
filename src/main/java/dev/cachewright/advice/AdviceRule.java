package dev.cachewright.advice;

import java.util.List;

/// Looks for one kind of fault in a prompt.
@FunctionalInterface
public interface AdviceRule {

    /// What it finds; no forecast is made here.
    List<Candidate> find(Subject subject);
}
