package dev.cachewright.report;

import dev.cachewright.words.HiddenCharacters;
import java.io.IOException;
import java.io.Writer;

/// Writes HTML that is XML as well: every text is escaped, every element is closed by the one who opened it.
final class Markup {

    private final Writer out;

    Markup(Writer out) {
        this.out = out;
    }

    /// What is inside an element.
    interface Content {

        void write() throws IOException;
    }

    /// An element with a class and a text.
    ///
    /// @param style its class; empty for none
    Markup line(String name, String style, String text) throws IOException {
        open(name, style);
        text(text);
        close(name);
        return this;
    }

    /// An element with a class and others inside it.
    Markup inside(String name, String style, Content content) throws IOException {
        open(name, style);
        out.write("\n");
        content.write();
        close(name);
        return this;
    }

    /// Markup of our own, as it is.
    Markup raw(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    private void open(String name, String style) throws IOException {
        out.write("<" + name + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">");
    }

    private void close(String name) throws IOException {
        int attributes = name.indexOf(' ');
        out.write("</" + (attributes < 0 ? name : name.substring(0, attributes)) + ">\n");
    }

    private void text(String text) throws IOException {
        String shown = HiddenCharacters.masked(text);
        for (int at = 0; at < shown.length(); at = shown.offsetByCodePoints(at, 1)) {
            int code = shown.codePointAt(at);
            switch (code) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                case '"' -> out.write("&quot;");
                case '\'' -> out.write("&#39;");
                default -> out.write(isText(code) ? Character.toString(code) : "\uFFFD");
            }
        }
    }

    /// Half a pair, and what XML has no form for, is none.
    private static boolean isText(int code) {
        return code >= 0x20 && code <= 0xD7FF || code == '\t' || code == '\n' || code == '\r'
                || code >= 0xE000 && code <= 0xFFFD || code >= 0x10000;
    }
}
