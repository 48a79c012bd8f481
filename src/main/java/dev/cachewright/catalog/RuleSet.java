package dev.cachewright.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A set of cache rules by its name: the one list of them, for rows, profiles, arguments and messages.
///
/// What the rules compute is in `dev.cachewright.cache`; the terms that most of their models have are in the catalogue
/// ([Catalog#usualTerms]).
public sealed interface RuleSet {

    /// The rules of one vendor or kind of server.
    enum Named implements RuleSet {
        OPENAI_CLASSIC, OPENAI_GRID, OPENAI_BREAKPOINT, ANTHROPIC, DEEPSEEK, GEMINI, GROQ, MISTRAL, UNPUBLISHED, XAI,
        LONGEST_PREFIX,
        NONE;

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Reuse in whole blocks (vLLM).
    ///
    /// @param tokens in a block, from 1 to 999,999
    record Blocks(int tokens) implements RuleSet {

        private static final Pattern WORD = Pattern.compile("block-([1-9]\\d{0,5})");

        @Override
        public String word() {
            return "block-" + tokens;
        }
    }

    /// The name in rows, profiles and arguments.
    String word();

    /// The rules named `word`; empty where there are none.
    static Optional<RuleSet> of(String word) {
        Matcher block = Blocks.WORD.matcher(word);
        return block.matches()
                ? Optional.of(new Blocks(Integer.parseInt(block.group(1))))
                : Arrays.<RuleSet>stream(Named.values()).filter(rules -> rules.word().equals(word)).findFirst();
    }

    /// All names in one line, for messages: `openai-classic, …, block-N, none`.
    static String words() {
        return Stream.concat(Arrays.stream(Named.values()).filter(named -> named != Named.NONE).map(RuleSet::word),
                Stream.of("block-N", Named.NONE.word())).collect(Collectors.joining(", "));
    }

    /// The rules that a self-hosted server may have, as a list of choices: vLLM's blocks represent all sizes.
    static List<RuleSet> choices() {
        return List.of(Named.LONGEST_PREFIX, new Blocks(16), Named.DEEPSEEK, Named.GEMINI, Named.GROQ, Named.MISTRAL,
                Named.XAI, Named.OPENAI_CLASSIC, Named.OPENAI_GRID, Named.OPENAI_BREAKPOINT, Named.NONE);
    }
}
