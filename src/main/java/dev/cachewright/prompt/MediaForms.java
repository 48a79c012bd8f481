package dev.cachewright.prompt;

import dev.cachewright.prompt.template.Json;
import dev.cachewright.prompt.text.InputException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pictures and documents as content parts of the three request forms.
///
/// Source: the vendors' references of Chat Completions, Responses and Messages, 2026-11. Films have a part in none of
/// them, recordings only in Chat Completions.
final class MediaForms {

    private static final Pattern DATA = Pattern.compile("(?s)data:([^;,]*)[^,]*,(.*)");
    private static final String PDF = "application/pdf";

    private final Api api;
    private final String url;
    private final Matcher data;
    private final String type;

    private MediaForms(Api api, String url, String contentType) {
        this.api = api;
        this.url = url;
        this.data = DATA.matcher(url);
        String own = data.matches() ? data.group(1) : "";
        this.type = (contentType.isEmpty() ? own : contentType).toLowerCase(Locale.ROOT);
    }

    /// The JSON of the part.
    ///
    /// @param contentType empty where it is not given: a `data:` URL names its own, and all else is a picture
    /// @throws InputException without a place where the form has none
    static String part(Api api, String url, String contentType) {
        var media = new MediaForms(api, url, contentType);
        if (media.type.equals(PDF)) {
            return media.document();
        }
        boolean isPicture = media.type.startsWith("image/") || !media.type.contains("/");
        return isPicture ? media.picture() : media.recording();
    }

    private String picture() {
        return switch (api) {
            case CHAT -> "{\"type\": \"image_url\", \"image_url\": {\"url\": " + Json.quote(url) + "}}";
            case RESPONSES -> "{\"type\": \"input_image\", \"image_url\": " + Json.quote(url) + "}";
            case MESSAGES -> "{\"type\": \"image\", \"source\": " + source("image/png") + "}";
        };
    }

    /// Whether it is the file itself in base64, without `data:` before it.
    private boolean isBare() {
        return !url.contains(":") && !url.contains(".");
    }

    private String document() {
        boolean isData = data.matches();
        String file = "\"filename\": \"document.pdf\", \"file_data\": " + Json.quote((isBare()
                ? "data:" + PDF + ";base64,"
                : "") + url);
        if (api == Api.CHAT && !isData && !isBare()) {
            throw new InputException("Chat Completions takes a PDF as a data: URL alone, not at an address: put it in "
                    + "so, or use Responses", 0, 0);
        }
        return switch (api) {
            case CHAT -> "{\"type\": \"file\", \"file\": {" + file + "}}";
            case RESPONSES -> "{\"type\": \"input_file\", "
                    + (isData ? file : "\"file_url\": " + Json.quote(url)) + "}";
            case MESSAGES -> "{\"type\": \"document\", \"source\": " + source(PDF) + "}";
        };
    }

    private String recording() {
        boolean isRecording = type.equals("audio/wav") || type.equals("audio/mpeg") || type.equals("audio/mp3");
        boolean isData = data.matches();
        if (api == Api.CHAT && isRecording && (isData || isBare())) {
            return "{\"type\": \"input_audio\", \"input_audio\": {\"data\": " + Json.quote(isData ? data.group(2) : url)
                    + ", \"format\": \"" + (type.equals("audio/wav") ? "wav" : "mp3") + "\"}}";
        }
        throw new InputException(name() + " has no part for " + type + (isRecording && api == Api.CHAT
                ? " at an address: put it in as a data: URL"
                : ": give a picture or a PDF"), 0, 0);
    }

    private String name() {
        return switch (api) {
            case CHAT -> "Chat Completions";
            case RESPONSES -> "Responses";
            case MESSAGES -> "Messages";
        };
    }

    private String source(String usual) {
        return data.matches()
                ? "{\"type\": \"base64\", \"media_type\": " + Json.quote(type.isEmpty() ? usual : type)
                        + ", \"data\": " + Json.quote(data.group(2)) + "}"
                : "{\"type\": \"url\", \"url\": " + Json.quote(url) + "}";
    }
}
