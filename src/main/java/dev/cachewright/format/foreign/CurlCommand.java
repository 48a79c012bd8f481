package dev.cachewright.format.foreign;

import dev.cachewright.format.foreign.syntax.ShellText;
import dev.cachewright.format.foreign.syntax.ShellWords;
import dev.cachewright.format.foreign.syntax.TextHead;
import dev.cachewright.format.foreign.syntax.WindowsWords;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A command line of curl: its address and its data. Headers, users and cookies are read over, and kept nowhere.
final class CurlCommand {

    /// What may precede it: empty lines, comments, variables of the shell.
    private static final Pattern BEFORE = Pattern.compile("[ \\t]*(?:#.*|(?:export|set)[ \\t].*|\\w+=\\S*)?[ \\t]*");
    private static final Pattern START = Pattern.compile("[ \\t]*(?:[$>%][ \\t]+)?(?:\\w+=\\S+[ \\t]+)?"
            + "(?:sudo[ \\t]+|time[ \\t]+)?(?=curl(?:\\.exe)?[\\s^\\\\`]+(?:--?[A-Za-z]|[\"'$]|\\{\\{|https?:|[\\w.-]+[.:][\\w.-]*/))");
    private static final Pattern ANOTHER = Pattern.compile("(?m)^[ \\t]*(?:[$>%][ \\t]+)?curl(?:\\.exe)?\\s");
    private static final Set<String> DATA = Set.of("-d", "--data", "--data-raw", "--data-binary", "--data-ascii",
            "--json");
    private static final Set<String> STANDARD_INPUT = Set.of("-", "/dev/stdin");
    private static final int WIDEST = 30;
    private static final Set<String> WITH_VALUE = Set.of("-X", "--request", "-H", "--header", "-u", "--user", "-A",
            "--user-agent", "-e", "--referer", "-o", "--output", "-m", "--max-time", "-w", "--write-out", "-b",
            "--cookie", "-c", "--cookie-jar", "-x", "--proxy", "-T", "--upload-file", "-K", "--config",
            "--connect-timeout", "--cacert", "--cert", "-E", "--key", "--retry", "--retry-delay", "--resolve",
            "--oauth2-bearer", "--aws-sigv4", "-D", "--dump-header", "--unix-socket");

    private final String text;
    private final List<String> notes = new ArrayList<>();
    private final StringBuilder data = new StringBuilder();
    private final List<String> filled = new ArrayList<>();
    private Optional<ShellWords.Word> input = Optional.empty();
    private int dataAt = -1;
    private String url = "";

    private CurlCommand(String text) {
        this.text = text;
    }

    static boolean is(String text) {
        return start(text) >= 0;
    }

    /// Where the command begins; -1 where the text is none.
    private static int start(String text) {
        Matcher start = START.matcher(text);
        start.region(TextHead.first(text, line -> BEFORE.matcher(line).matches()), text.length());
        return start.lookingAt() ? start.end() : -1;
    }

    /// @throws InputException with line and column where it has no data that can be read
    static Recognized read(String text) {
        return new CurlCommand(text).read();
    }

    private Recognized read() {
        int start = start(text);
        boolean isWindows = WindowsWords.is(text);
        ShellWords.Command command = isWindows
                ? WindowsWords.read(text, start)
                : ShellWords.read(text, start);
        input = command.input();
        take(command.words());
        if (data.isEmpty()) {
            throw at(start, "This command of curl sends no data: a request to a chat has a JSON body after -d, "
                    + "--data or --json");
        }
        notes.add("Taken from a command of curl" + (url.isEmpty() ? "" : " to " + shown())
                + ": its body; headers, keys and other options are left out.");
        if (!filled.isEmpty()) {
            notes.add("The shell would fill in " + Few.list(filled.stream().distinct().map(CurlCommand::shortened)
                    .toList()) + ": here all is sent as it is written.");
        }
        long others = ANOTHER.matcher(text.substring(command.end())).results().count();
        if (others > 0) {
            notes.add("The text holds " + (others + 1) + " commands: this is the first.");
        }
        return new Recognized.Foreign(prompt(), "", notes);
    }

    private static String shortened(String expansion) {
        String line = expansion.replaceAll("\\s+", " ");
        return line.length() > WIDEST ? line.substring(0, WIDEST) + "…" : line;
    }

    private String shown() {
        String path = Address.of(url).path();
        return path.isEmpty() ? "a server" : path;
    }

    private Prompt prompt() {
        try {
            return new WireBody(notes).read(data.toString(), Address.of(url));
        } catch (InputException e) {
            // Where quotes are taken away columns are no longer those of the file; lines are.
            InputException begin = at(dataAt, e.getMessage());
            throw e.line() <= 1
                    ? begin
                    : new InputException(e.getMessage(), begin.line() + e.line() - 1, e.column());
        }
    }

    private void take(List<ShellWords.Word> words) {
        for (int i = 1; i < words.size(); i++) {
            ShellWords.Word word = words.get(i);
            Option option = Option.of(word.text());
            boolean takesValue = DATA.contains(option.name()) || isRefused(option.name())
                    || WITH_VALUE.contains(option.name()) || option.name().equals("--url");
            if (!word.text().startsWith("-")) {
                url = url.isEmpty() && word.text().matches("(?s).*[./:].*") ? word.text() : url;
            } else if (takesValue) {
                boolean isAttached = option.value().isPresent();
                int from = isAttached || i + 1 == words.size() ? i : ++i;
                use(option.name(), isAttached ? option.value().get() : words.get(from).text(), words.get(from));
            }
        }
    }

    private static boolean isRefused(String name) {
        return Set.of("-F", "--form", "--form-string", "--data-urlencode").contains(name);
    }

    private void use(String name, String value, ShellWords.Word word) {
        if (name.equals("--url")) {
            url = value;
        } else if (isRefused(name)) {
            throw at(word.offset(),
                    name + " sends a form, not JSON: a request to a chat has its JSON after -d or --json");
        } else if (DATA.contains(name)) {
            ShellWords.Word given = given(name, new ShellWords.Word(value, word.offset(), word.filled()));
            data.append(data.isEmpty() || name.equals("--json") ? "" : "&").append(given.text());
            filled.addAll(given.filled());
            dataAt = dataAt < 0 ? given.offset() : dataAt;
        }
    }

    /// The data, which may be beside the option that gives it.
    private ShellWords.Word given(String name, ShellWords.Word value) {
        boolean isElsewhere = value.text().startsWith("@") && !name.equals("--data-raw");
        String file = isElsewhere ? value.text().substring(1).strip() : "";
        if (STANDARD_INPUT.contains(file)) {
            return input
                    .orElseThrow(() -> at(value.offset(), "The data of this command is its standard input, which is "
                            + "not here: put the JSON after -d"));
        }
        boolean isFilled = value.filled().size() == 1 && value.text().strip().equals(value.filled().getFirst());
        if (isFilled && ShellText.here(value.text().strip()).isPresent()) {
            ShellWords.Word here = ShellText.here(value.text().strip()).get();
            return new ShellWords.Word(here.text(), text.indexOf(value.text().strip(), value.offset()) + here.offset(),
                    here.filled());
        }
        String named = isFilled ? ShellText.file(value.text().strip()) : file;
        if (!named.isEmpty()) {
            throw at(value.offset(), "The data of this command is in the file " + named + ": open that file itself");
        }
        if (isFilled) {
            throw at(value.offset(),
                    "The data of this command is what the shell fills in for " + shortened(value.text())
                            + ": put the JSON itself there");
        }
        return value;
    }

    private InputException at(int offset, String message) {
        return InputException.at(text, Math.max(0, offset), message);
    }

    /// An option: `--data`, `--data=VALUE`, `-d`, `-dVALUE`, or several letters of which the last takes a value.
    private record Option(String name, Optional<String> value) {

        static Option of(String word) {
            if (word.startsWith("--")) {
                int sign = word.indexOf('=');
                return sign < 0
                        ? new Option(word, Optional.empty())
                        : new Option(word.substring(0, sign), Optional.of(word.substring(sign + 1)));
            }
            for (int i = 1; word.startsWith("-") && i < word.length(); i++) {
                String name = "-" + word.charAt(i);
                if (DATA.contains(name) || WITH_VALUE.contains(name) || isRefused(name)) {
                    String rest = word.substring(i + 1);
                    return new Option(name, Optional.of(rest).filter(value -> !value.isEmpty()));
                }
            }
            return new Option(word, Optional.empty());
        }
    }
}
