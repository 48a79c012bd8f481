package dev.cachewright.prompt;

import dev.cachewright.prompt.template.Json;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.List;

/// Makes a message that holds a picture: an item with a part for the text of each block between its pictures, in the
/// form of the request.
final class MediaMessage {

    private final Role role;
    private final Api api;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Segment> texts = new ArrayList<>();
    private int parts;

    private MediaMessage(Role role, Api api) {
        this.role = role;
        this.api = api;
    }

    /// @param pieces texts and media
    /// @throws InputException without a place where the form has no such part
    static Message of(Role role, Api api, List<Piece> pieces) {
        var message = new MediaMessage(role, api);
        pieces.forEach(message::add);
        message.endText();
        message.segments.add(after(message.segments.getLast(), "]}"));
        return new Message(role, Form.ITEM, message.segments);
    }

    private void add(Piece piece) {
        switch (piece) {
            case Piece.Text text -> texts.add(text.segment());
            case Piece.Media media -> {
                endText();
                if (!media.isMissing()) {
                    begin(media.address());
                }
                segments.add(around(media.address(), media.isMissing() ? "" : part(media)));
            }
            case Piece.Section _,Piece.NewMessage _ -> throw new IllegalArgumentException("no part of a message");
        }
    }

    private String part(Piece.Media media) {
        try {
            if (api == Api.MESSAGES && role.isInstruction()) {
                throw new InputException("Claude takes no pictures in its instructions: put {{media}} after "
                        + "{{role \"user\"}}", 0, 0);
            }
            return MediaForms.part(api, media.address().text(), media.contentType());
        } catch (InputException e) {
            throw e.inBlock(media.address().blockId());
        }
    }

    /// White space between pictures is no part, as in Dotprompt; that of one block beside the text of another goes with
    /// that text, since providers refuse parts without text.
    private void endText() {
        if (texts.stream().allMatch(MediaMessage::isBlank)) {
            texts.forEach(segment -> segments.add(around(segment, "")));
            texts.clear();
            return;
        }
        var part = new ArrayList<Segment>();
        for (Segment segment : texts) {
            boolean isNext = !part.isEmpty() && !part.getLast().blockId().equals(segment.blockId());
            if (isNext && !part.stream().allMatch(MediaMessage::isBlank) && !isBlankBlock(segment.blockId())) {
                addText(part);
                part.clear();
            }
            part.add(segment);
        }
        addText(part);
        texts.clear();
    }

    private static boolean isBlank(Segment segment) {
        return segment.text().isBlank();
    }

    private boolean isBlankBlock(String blockId) {
        return texts.stream().filter(segment -> segment.blockId().equals(blockId)).allMatch(MediaMessage::isBlank);
    }

    private void addText(List<Segment> part) {
        begin(part.getFirst());
        String type = api != Api.RESPONSES ? "text" : role == Role.ASSISTANT ? "output_text" : "input_text";
        segments.add(around(part.getFirst(), "{\"type\": \"" + type + "\", \"text\": \""));
        part.forEach(this::addQuoted);
        segments.add(after(part.getLast(), "\"}"));
    }

    private void begin(Segment first) {
        segments.add(around(first, parts == 0
                ? "{\"role\": " + Json.quote(role.word()) + ", \"content\": ["
                : ", "));
        parts++;
    }

    /// The author's characters keep their places; one that JSON writes otherwise stands at its own.
    private void addQuoted(Segment segment) {
        String text = segment.text();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\' || c < ' ') {
                addPlain(segment, text, from, at);
                String escape = Json.quote(String.valueOf(c));
                segments.add(new Segment(segment.blockId(), Text.of(escape.substring(1, escape.length() - 1)),
                        segment.templateOffset(at), true));
                from = at + 1;
            }
        }
        addPlain(segment, text, from, text.length());
    }

    private void addPlain(Segment segment, String text, int from, int to) {
        if (from < to) {
            segments.add(new Segment(segment.blockId(), Text.of(text.substring(from, to)),
                    segment.templateOffset(from), segment.isValue()));
        }
    }

    private static Segment around(Segment place, String json) {
        return new Segment(place.blockId(), Text.of(json), place.start(), true);
    }

    private static Segment after(Segment place, String json) {
        return new Segment(place.blockId(), Text.of(json), place.templateOffset(place.length()), true);
    }
}
