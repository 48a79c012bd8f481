package dev.cachewright.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with the arguments of a command, and what is wanted instead.
final class ArgumentFault {

    /// How picocli begins what it says of an option that is there without its value.
    private static final String NO_VALUE = "Missing required parameter for option";

    private ArgumentFault() {
    }

    /// One sentence: `--calls takes a whole number, not abc; see cachewright run --help`.
    static String words(ParameterException fault) {
        ArgSpec argument = fault.getArgSpec();
        return fault.getCause() instanceof TypeConversionException own && argument.converters().length > 0
                ? name(argument) + ": " + own.getMessage()
                : sentence(fault) + "; see " + command(fault.getCommandLine()) + " --help";
    }

    private static String sentence(ParameterException fault) {
        return switch (fault) {
            case UnmatchedArgumentException _ when command(fault.getCommandLine()).endsWith(" key set") ->
                // It may be the key, and is not said again.
                "A key is never an argument: it is typed, or piped in";
            case UnmatchedArgumentException unmatched -> unmatched(unmatched.getUnmatched());
            case MissingParameterException missing -> missing(missing.getMissing().getFirst(),
                    missing.getMessage().startsWith(NO_VALUE));
            case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " is given twice";
            default -> fault.getArgSpec() == null
                    ? "The arguments cannot be read"
                    : value(fault.getArgSpec(), String.valueOf(fault.getValue()));
        };
    }

    private static String unmatched(List<String> arguments) {
        String first = arguments.getFirst();
        return first.startsWith("-") ? "There is no option " + first : first + " is one argument too many";
    }

    private static String missing(ArgSpec argument, boolean isThere) {
        if (!argument.isOption()) {
            return argument.paramLabel() + " is missing";
        }
        return isThere ? name(argument) + " needs a value, " + argument.paramLabel()
                : name(argument) + " " + argument.paramLabel() + " is missing";
    }

    private static String value(ArgSpec argument, String given) {
        if (argument.type() == boolean.class) {
            return name(argument) + " takes no value";
        }
        if (given.matches("-?\\d+")) {
            return given + " is too large for " + name(argument);
        }
        boolean isWhole = argument.type() == int.class || argument.type() == long.class;
        return name(argument) + " takes " + (isWhole ? "a whole number" : argument.paramLabel()) + ", not " + given;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String command(CommandLine line) {
        return line.getCommandSpec().qualifiedName();
    }
}
