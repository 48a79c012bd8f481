package dev.cachewright.format.log.form;

import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.LogFields;
import java.util.Optional;

/// One form of logs.
@FunctionalInterface
interface LogForm {

    /// What a record is; empty where it is not of this form.
    ///
    /// @throws dev.cachewright.prompt.text.InputException where it is, and a field is not what it should be
    Optional<Finding> read(LogFields record);
}
