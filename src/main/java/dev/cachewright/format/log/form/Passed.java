package dev.cachewright.format.log.form;

import dev.cachewright.format.log.part.Finding;
import java.util.Optional;

/// The words for records that are read and are no calls.
final class Passed {

    static final Optional<Finding> FAILED = over("failed calls");
    static final Optional<Finding> GATEWAY = over("answered by the gateway's own cache");
    static final Optional<Finding> NO_CALL = over("records beside the calls");

    private Passed() {
    }

    private static Optional<Finding> over(String why) {
        return Optional.of(new Finding.PassedOver(why));
    }
}
