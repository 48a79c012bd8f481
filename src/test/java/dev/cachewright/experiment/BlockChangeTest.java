package dev.cachewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockChangeTest {

    private static Prompt prompt(String... texts) {
        return Prompt.of(IntStream.range(0, texts.length).mapToObj(i -> Block.of("b" + i, Role.SYSTEM,
                Kind.STATIC, texts[i])).toList(), Settings.of("gpt-5.4", Api.CHAT));
    }

    private static String change(Prompt before, Prompt now) {
        Optional<BlockChange> found = BlockChange.of(before, now);
        return found.map(change -> change.kind() + " " + change.blocks().stream().map(Block::text).toList() + " "
                + change.from() + " " + change.to()).orElse("none");
    }

    @Test
    void blocksThatWereAddedAreToldWithTheirPlace() {
        assertThat(change(prompt("b", "c"), prompt("a\n", "b", "c"))).isEqualTo("ADDED [a\n] 0 0");
        assertThat(change(prompt("a", "b"), prompt("a", "b\n", "c", "d"))).isEqualTo("ADDED [c, d] 2 2");
    }

    @Test
    void blocksThatWereRemovedAreToldWithTheirPlace() {
        assertThat(change(prompt("a", "b", "c"), prompt("a", "c"))).isEqualTo("REMOVED [b] 1 1");
    }

    @Test
    void aBlockThatWasMovedIsToldWithBothPlaces() {
        assertThat(change(prompt("a", "b", "c"), prompt("b", "c", "a"))).isEqualTo("MOVED [a] 0 2");
        assertThat(change(prompt("a", "b", "c"), prompt("c", "a", "b"))).isEqualTo("MOVED [c] 2 0");
        assertThat(change(prompt("long", "b"), prompt("b", "long"))).isEqualTo("MOVED [b] 1 0");
        assertThat(change(prompt("b", "long"), prompt("long", "b"))).isEqualTo("MOVED [b] 0 1");
        assertThat(BlockChange.of(prompt("a", "b", "c", "d"), prompt("d", "c", "b", "a")).orElseThrow())
                .isEqualTo(new BlockChange(BlockChange.Kind.MOVED, List.of(), 0, 3));
    }

    @Test
    void anEditedTextAndAnotherRoleAreNoChangeOfBlocks() {
        Prompt one = prompt("a", "b");

        assertThat(change(one, one)).isEqualTo("none");
        assertThat(change(one, prompt("a", "B"))).isEqualTo("none");
        assertThat(change(one, prompt("x", "A", "b"))).isEqualTo("none");
        assertThat(change(prompt("a", "a", "b"), prompt("a", "b", "b"))).isEqualTo("none");
        assertThat(change(one, one.with(one.blocks().getFirst().id(), block -> block.withRole(Role.USER))))
                .isEqualTo("none");
    }
}
