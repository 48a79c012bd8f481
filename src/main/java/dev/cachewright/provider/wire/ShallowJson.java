package dev.cachewright.provider.wire;

/// Answers without what is nested so deeply that nobody can read or keep it. The rest of such an answer is as good as
/// any: one odd part is not a failure of the call, nor the end of a run.
final class ShallowJson {

    /// Levels that are kept; the JSON of no model has a tenth of them.
    static final int DEEPEST = 500;

    private final String json;
    private final StringBuilder kept = new StringBuilder();
    private int depth;
    private int from;

    private ShallowJson(String json) {
        this.json = json;
    }

    /// The same text where nothing in it is too deep; else with `null` in place of each part that is.
    static String of(String json) {
        return new ShallowJson(json).cut();
    }

    private String cut() {
        boolean isText = false;
        for (int at = 0; at < json.length(); at++) {
            char c = json.charAt(at);
            if (c == '"') {
                isText = !isText;
            } else if (isText) {
                at += c == '\\' ? 1 : 0;
            } else if (c == '[' || c == '{') {
                open(at);
            } else if (c == ']' || c == '}') {
                close(at);
            }
        }
        return kept.isEmpty() ? json : kept.append(json, Math.min(from, json.length()), json.length()).toString();
    }

    private void open(int at) {
        depth++;
        if (depth == DEEPEST + 1) {
            kept.append(json, from, at).append("null");
            // What is never closed takes the rest of the text with it.
            from = json.length();
        }
    }

    private void close(int at) {
        if (depth == DEEPEST + 1) {
            from = at + 1;
        }
        depth--;
    }
}
