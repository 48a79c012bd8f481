package dev.cachewright.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The beginning of each page, up to its body: it allows the page no script, and nothing from elsewhere.
final class PageHead {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            """;

    private PageHead() {
    }

    static void write(Markup page, String title) throws IOException {
        page.raw(HEAD).line("title", "", title).raw("<style>\n" + style() + PageChart.colours()
                + "</style>\n</head>\n<body>\n");
    }

    private static String style() {
        try (InputStream in = PageHead.class.getResourceAsStream("/report/page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
