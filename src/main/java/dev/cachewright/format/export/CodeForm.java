package dev.cachewright.format.export;

import java.util.Arrays;
import java.util.Optional;

/// A language in which a request can be sent.
public enum CodeForm {

    CURL("curl", "request.sh"), PYTHON("python", "request.py"), JAVASCRIPT("javascript", "request.mjs"), JAVA("java",
            "Request.java");

    private final String word;
    private final String fileName;

    CodeForm(String word, String fileName) {
        this.word = word;
        this.fileName = fileName;
    }

    /// The name on the command line, and in the ids of commands.
    public String word() {
        return word;
    }

    /// What a file with it is called.
    public String fileName() {
        return fileName;
    }

    /// Whether its code takes the answer piece by piece, so that it has to ask for a stream.
    public boolean isStreaming() {
        return this != CURL;
    }

    public static Optional<CodeForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
    }
}
