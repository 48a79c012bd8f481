package dev.cachewright.gate;

import dev.cachewright.advice.Severity;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.store.FileProblem;
import dev.cachewright.store.OutsideFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Checks many files on all cores. A file that cannot be used keeps no other from being checked.
public final class Run {

    private Run() {
    }

    /// @param check of one file
    public static Report of(List<Path> files, Function<Path, CheckedFile> check, Severity least,
            boolean hasBaseline) {
        List<One> done = files.size() == 1 ? List.of(one(files.getFirst(), check)) : onAllCores(files, check);
        return new Report(done.stream().flatMap(each -> each.checked().stream()).toList(),
                done.stream().flatMap(each -> each.problem().stream()).toList(), least, hasBaseline);
    }

    /// A file that was checked, or why it was not.
    private record One(Optional<CheckedFile> checked, Optional<Report.Problem> problem) {
    }

    /// On threads of its own: libraries wait for the common ones while these wait for each other.
    private static List<One> onAllCores(List<Path> files, Function<Path, CheckedFile> check) {
        try (ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<One>> begun = files.stream().map(file -> threads.submit(() -> one(file, check))).toList();
            return begun.stream().map(Run::ended).toList();
        }
    }

    private static One ended(Future<One> check) {
        try {
            return check.get();
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case RuntimeException cause -> cause;
                case Error error -> throw error;
                default -> new IllegalStateException(e.getCause());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static One one(Path file, Function<Path, CheckedFile> check) {
        try {
            return new One(Optional.of(check.apply(file)), Optional.empty());
        } catch (FileProblem e) {
            return failed(Places.problem(e.file(), new InputException(e.getMessage(), e.line(), e.column())));
        } catch (OutsideFolder e) {
            return failed(Places.problem(file, new InputException(e.getMessage()
                    + ": give --allow-outside to use it", 0, 0)));
        }
    }

    private static One failed(Report.Problem problem) {
        return new One(Optional.empty(), Optional.of(problem));
    }
}
