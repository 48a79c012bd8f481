package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.PictureSize;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// What a picture in a message counts.
///
/// Source: OpenAI's guide to images. Older families count tiles of 512 pixels after they made the picture fit 2,048
/// by 2,048 and its shorter side 768; newer ones patches of 32 pixels, up to a number. Of the recordings, 17 of tiles
/// are exact at one and two tiles; two of six tiles, whose address names their width, agree with the rule. Chats with patches were counted to the token (6),
/// Responses requests up to 3 more (6); the third digit of what a patch costs is not sure.
///
/// @param base tokens of a picture of tiles; with patches tokens besides them
/// @param tile tokens of a tile; 0 where patches are counted
/// @param perPatch tokens of a patch
/// @param mostPatches the largest number of patches
/// @param more how many tokens of patches the server may count more
record PictureTokens(int base, int tile, double perPatch, int mostPatches, int more) {

    private static final int TILE = 512;
    private static final int PATCH = 32;
    private static final int SIDE = 2_048;
    private static final int SHORTER = 768;
    private static final int MOST_TILES = 8;
    private static final int LATER_BASE = 2;
    private static final int MORE_IN_CHATS = 1;
    private static final int MORE_IN_RESPONSES = 4;
    /// The part of a picture's tokens by which the third digit changes it.
    private static final int THIRD_DIGIT = 200;
    private static final int PATCHES = 1_536;
    private static final int PROVEN_TILES = 2;
    private static final Band UNPROVEN = Band.about(1);

    /// A picture's tokens, and how sure they are.
    record Size(int tokens, Band band) {
    }

    /// Models by the beginning of their names; the longest come first.
    private static final List<Named> MODELS = List.of(tiles("gpt-4o-mini", 2_833, 5_667),
            patches("gpt-4.1-mini", 1, 1.625, PATCHES), patches("gpt-4.1-nano", 1, 2.46, PATCHES),
            tiles("gpt-4", 85, 170),
            patches("o4-mini", 1, 1.72, PATCHES), tiles("o", 75, 150), patches("gpt-5-mini", 1, 1.62, PATCHES),
            patches("gpt-5-nano", 0, 1.5, PATCHES), tiles("gpt-5.1", 70, 140),
            patches("gpt-5.", LATER_BASE, 1.2, 10_000), patches("gpt-6", LATER_BASE, 1.2, 10_000),
            tiles("gpt-5", 70, 140));

    private record Named(String beginning, PictureTokens tokens) {
    }

    private static Named tiles(String beginning, int base, int tile) {
        return new Named(beginning, new PictureTokens(base, tile, 0, 0, 0));
    }

    private static Named patches(String beginning, int base, double perPatch, int most) {
        return new Named(beginning, new PictureTokens(base, 0, perPatch, most, MORE_IN_CHATS));
    }

    /// @param model its id, with or without who serves it
    static PictureTokens ofModel(String model, Api api) {
        String name = model.substring(model.lastIndexOf('/') + 1);
        PictureTokens tokens = MODELS.stream().filter(known -> name.startsWith(known.beginning())).map(Named::tokens)
                .findFirst().orElse(new PictureTokens(85, 170, 0, 0, 0));
        return api == Api.CHAT
                ? tokens
                : new PictureTokens(tokens.base, tokens.tile, tokens.perPatch, tokens.mostPatches, MORE_IN_RESPONSES);
    }

    /// A part of a message that is a picture.
    Size of(JsonNode part) {
        JsonNode picture = part.path("image_url");
        String source = picture.isObject() ? picture.path("url").asText("") : picture.asText("");
        String detail = part.path("detail").asText(picture.path("detail").asText("auto"));
        Optional<PictureSize> size = PictureSize.of(source);
        if (tile > 0 && detail.equals("low")) {
            return new Size(base, new Band(0, size.isPresent() ? 0 : tile));
        }
        return size.map(this::of).orElseGet(this::unknown);
    }

    private Size of(PictureSize size) {
        if (tile == 0) {
            int patches = patches(size);
            int tokens = base + (int) Math.floor(patches * perPatch + 1e-9);
            int digit = tokens / THIRD_DIGIT;
            return new Size(tokens, new Band(1 + digit, more + digit));
        }
        int tiles = tiles(size, Math::ceil);
        Band band = new Band((tiles - tiles(size, Math::floor)) * tile, 0);
        return new Size(base + tiles * tile, tiles <= PROVEN_TILES ? band : band.plus(UNPROVEN));
    }

    /// A picture that only the server reads: from the least to the most.
    private Size unknown() {
        int least = tile == 0 ? base + (int) perPatch : base + tile;
        int most = tile == 0
                ? (int) Math.ceil(Math.min(mostPatches, PATCHES) * perPatch) + base + more
                : base + MOST_TILES * tile;
        return new Size(least, new Band(0, most - least));
    }

    /// @param rounding of the sides of a picture that was made smaller, which is not known
    private static int tiles(PictureSize size, DoubleUnaryOperator rounding) {
        double fits = Math.min(1, (double) SIDE / Math.max(size.width(), size.height()));
        double shorter = Math.min(size.width(), size.height()) * fits;
        double scale = fits * Math.min(1, SHORTER / shorter);
        return tiles(size.width() * scale, rounding) * tiles(size.height() * scale, rounding);
    }

    private static int tiles(double side, DoubleUnaryOperator rounding) {
        double near = Math.round(side);
        double pixels = Math.abs(side - near) < 1e-6 ? near : rounding.applyAsDouble(side);
        return up(Math.max(1, pixels) / TILE);
    }

    private int patches(PictureSize size) {
        return Math.min(mostPatches, up((double) size.width() / PATCH) * up((double) size.height() / PATCH));
    }

    private static int up(double number) {
        return (int) Math.ceil(number - 1e-9);
    }
}
