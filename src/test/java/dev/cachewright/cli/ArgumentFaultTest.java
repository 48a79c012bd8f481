package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of arguments that cannot be used.
class ArgumentFaultTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count                      | FILE is missing; see cachewright count --help
            diff a                     | B is missing; see cachewright diff --help
            count a b                  | b is one argument too many; see cachewright count --help
            count --bogus x            | There is no option --bogus; see cachewright count --help
            --bogus                    | There is no option --bogus; see cachewright --help
            run a --calls abc          | --calls takes a whole number, not abc; see cachewright run --help
            run a --calls 99999999999  | 99999999999 is too large for --calls; see cachewright run --help
            run a --calls              | --calls needs a value, N; see cachewright run --help
            recover a.jsonl            | --out FOLDER is missing; see cachewright recover --help
            recover a.jsonl --out      | --out needs a value, FOLDER; see cachewright recover --help
            run a --calls 1 --calls 2  | --calls is given twice; see cachewright run --help
            run a --json=5             | --json takes no value; see cachewright run --help
            run a --every 5            | --every: "5" is not a duration: write it as 500ms, 5s or 2m
            run a --timeout 0s         | --timeout takes a time above 0
            """)
    void itIsSaidInOneSentence(String arguments, String words) {
        CliRun run = CliRun.of(arguments.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().strip()).isEqualTo(words);
    }
}
