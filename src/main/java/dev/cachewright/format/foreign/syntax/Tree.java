package dev.cachewright.format.foreign.syntax;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.PlacedJson;
import dev.cachewright.prompt.text.InputException;

/// A value of JSON or YAML whose parts know their place in the text; parts are named by their path, `/messages/0`.
public interface Tree {

    JsonNode root();

    /// A fault in the part at `path`.
    ///
    /// @param inner with line and column inside the text of that part; without where it is about the whole part
    InputException fault(String path, InputException inner);

    default InputException fault(String path, String message) {
        return fault(path, new InputException(message, 0, 0));
    }

    default JsonNode at(String path) {
        return root().at(path);
    }

    /// @throws InputException with line and column where the text is not JSON
    static Tree ofJson(String json) {
        PlacedJson placed = PlacedJson.of(json);
        return new Tree() {
            @Override
            public JsonNode root() {
                return placed.root();
            }

            @Override
            public InputException fault(String path, InputException inner) {
                return placed.fault(path, inner.getMessage());
            }
        };
    }

    /// The same part of a text that begins at this place of a file.
    ///
    /// @param line from 1 on
    default Tree from(int line, int column) {
        Tree whole = this;
        return new Tree() {
            @Override
            public JsonNode root() {
                return whole.root();
            }

            @Override
            public InputException fault(String path, InputException inner) {
                return whole.fault(path, inner).shifted(line - 1, column - 1);
            }
        };
    }
}
