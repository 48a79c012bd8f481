package dev.cachewright.format.foreign;

import dev.cachewright.prompt.text.InputException;

/// What is refused, by its name, each with what to do instead.
final class Refusals {

    static final String EMBEDDINGS = "This is a request for embeddings, which generates nothing and has no prompt cache:"
            + " open a request to a chat, or its prompt";
    static final String MODERATION = "This is a request for moderation, which has no prompt cache: open a request to a "
            + "chat, or its prompt";
    static final String SPEECH = "This is a request for speech, which has no prompt cache: open a request to a chat, or "
            + "its prompt";
    static final String TRANSCRIPTION = "This is a request to transcribe audio, which has no prompt cache: open a request"
            + " to a chat, or its prompt";
    static final String IMAGES = "This is a request for images, which has no prompt cache: open a request to a chat, or "
            + "its prompt";
    static final String COMPLETIONS = "This is a request to the old Completions, which has no messages: put its prompt "
            + "into a .prompt file";
    static final String RERANK = "This is a request to rank documents, which generates nothing: open a request to a chat,"
            + " or its prompt";
    static final String GEMINI = "This is a request to Gemini (generateContent), whose form cannot be read: put its text "
            + "into a .prompt file, or open the same request to an OpenAI-compatible endpoint";
    static final String CHAINFORGE = "This is a ChainForge flow: copy the text of its prompt node into a .prompt file, "
            + "with {{name}} for each {name}";
    static final String NOTEBOOK = "This is a Jupyter notebook: copy the prompt out of its cell into a .prompt file";
    static final String BATCH_OUTPUT = "This is the output of a batch: it has answers and their usage, and no request. "
            + "Open the file that was sent";
    static final String ANSWER = "This is an answer of a server, with no request: open what was sent to get it";
    static final String SPANS = "These are OpenTelemetry spans, not a prompt: cachewright replay takes recorded requests,"
            + " one on a line";
    static final String LANGSMITH = "This is a LangSmith run, not a prompt: export the prompt itself, or record the "
            + "request, one on a line, for cachewright replay";
    static final String FINE_TUNING = "These are examples for fine-tuning, each a conversation without a model: put one "
            + "of them into a file of its own to open it";
    static final String BATCH = "This is a batch of %d requests: cachewright replay takes them all; to open one, put its "
            + "line into a file of its own";
    static final String LINES = "This is a log or session of %d lines of JSON, not one prompt: cachewright replay takes "
            + "recorded requests; to open one, put its line into a file of its own";
    static final String CALLS = "This is a list of %d recorded calls, not one prompt: put one on each line for cachewright "
            + "replay, or one into a file of its own to open it";
    static final String ASSISTANT = "This is a request to run an assistant, whose instructions are on the server: copy "
            + "them into a .prompt file";
    static final String OTHER_JSON = "This JSON is not a request body: it has neither \"messages\" nor \"input\", "
            + "and it is no prompt or recorded call in a form that is known";
    static final String OTHER_LIST = "This JSON is not a request body: it has neither \"messages\" nor \"input\", "
            + "and it is no list of messages, each with \"role\" and \"content\"";
    static final String OTHER_YAML = "This YAML is no prompt: it can be a promptfoo configuration (\"prompts\"), a GitHub "
            + "prompt (\"messages\") or a list of messages. Put other text into a .prompt file";
    static final String CSV = "This is a table, not a prompt: it can be the rows of one (--values, or Load values in the "
            + "window)";
    static final String SOURCE = "This is %s, not a prompt: copy the prompt out of it into a .prompt file";

    private Refusals() {
    }

    static InputException of(String sentence) {
        return new InputException(sentence, 1, 1);
    }

    static InputException of(String sentence, int count) {
        return of(sentence.formatted(count));
    }
}
