package dev.cachewright.format.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.BlockEdits;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptFileTest {

    private static final String SUPPORT = """
            # Licensed to nobody
            ---
            # the model we pay for
            model: openai/gpt-5.4   # dated ids work too
            config: { temperature: 0, maxOutputTokens: 300 }
            unknown.key: [1, 2]
            cachewright.values: cases.csv
            cachewright.cache: { key: "support" }
            ---
            {{role "system"}}
            {{! @block id=policy kind=static }}
            Be kind.\s\s
            Be brief.
            {{!-- @block id=context kind=dynamic name="the day" pin=true --}}
            Today is {{day}}.
            {{role "user"}}
            {{! @block id=question kind=dynamic }}
            {{customer}}: {{question}}
            """;

    @Test
    void readsMarkedBlocks() {
        Prompt prompt = PromptFile.read(SUPPORT).messages();

        assertThat(prompt.blocks()).extracting(Block::id).containsExactly("policy", "context", "question");
        assertThat(prompt.blocks()).extracting(Block::text).containsExactly("Be kind.  \nBe brief.\n",
                "Today is {{day}}.\n", "{{customer}}: {{question}}");
        assertThat(prompt.blocks()).extracting(Block::joined).containsExactly(false, true, false);
        assertThat(prompt.blocks().get(1).name()).isEqualTo("the day");
        assertThat(prompt.settings().model()).isEqualTo("gpt-5.4");
        assertThat(prompt.settings().api()).isEqualTo(Api.CHAT);
        assertThat(prompt.settings().cache().key()).isEqualTo("support");
        assertThat(prompt.settings().config()).containsEntry("maxOutputTokens", "300");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "plain text", "plain text\n", "{{question}}", "text {{question}} more\n",
            "\uFEFF---\nmodel: x\n---\nbody", "---\n---\n", "{{role \"system\"}}", "{{role \"system\"}}\n\n\nfoo\n",
            "a\r\nb\r\n{{role \"user\"}}\r\n{{! @block id=a kind=static }}  \r\nc", "{{! just a comment }}\nfoo",
            "{{#if a}}\nyes\n{{/if}}\n", "foo {{! @block id=b kind=static }}bar", "\\{{not a tag}}",
            "---\nmodel: x\n---\n\n  a \n\n", "---\nmodel: x\n---\na\n{{! }}{{! }}\n", "---\nmodel: x\n---\n \n",
            "---\nmodel: x\n---\n\n{{! note }}\n\n{{role \"system\"}}\nHi\n", "---\nmodel: x\n---",
            "---\nmodel: x\n---\r\na{{b}}\r\n\r\n", "{{role \"user\" about=\"a b\"}}x\n",
            "{{role \"system\"}}static {{v}} rest\n{{role \"model\"}}answer\n{{role \"user\"}}next"})
    void writesUneditedFilesWithoutChangingAByte(String text) {
        PromptFile file = PromptFile.read(text);

        assertThat(file.write(file.messages())).isEqualTo(text);
    }

    @Test
    void keepsTheBytesOfAMarkedFileInEveryLineEnd() {
        for (String text : List.of(SUPPORT, SUPPORT.replace("\n", "\r\n"), "\uFEFF" + SUPPORT,
                SUPPORT.stripTrailing())) {
            PromptFile file = PromptFile.read(text);

            assertThat(file.write(file.messages())).isEqualTo(text);
            assertThat(file.messages().blocks()).hasSize(3);
        }
    }

    @Test
    void anEditChangesOnlyTheBytesOfItsBlock() {
        String text = SUPPORT.replace("\n", "\r\n");
        PromptFile file = PromptFile.read(text);

        String written = file.write(file.messages().with("context", block -> block.withText("Now\nthen {{day}}\n")));

        assertThat(written).isEqualTo(text.replace("Today is {{day}}.\r\n", "Now\r\nthen {{day}}\r\n"));
    }

    @Test
    void aChangedModelKeepsProviderAndTheOtherKeys() {
        PromptFile file = PromptFile.read(SUPPORT);
        Prompt edited = file.messages().withSettings(file.messages().settings().withModel("gpt-4o"));

        assertThat(file.write(edited)).isEqualTo(
                SUPPORT.replace("model: openai/gpt-5.4   # dated", "model: openai/gpt-4o   # dated"));
    }

    @Test
    void splitsUnmarkedTextWhereVariablesBegin() {
        Prompt prompt = PromptFile.read("{{role \"system\"}}\nYou help {{name}} well.\n{{role \"user\"}}\n{{q}}")
                .messages();

        assertThat(prompt.blocks()).extracting(Block::id).containsExactly("system", "system-2", "user");
        assertThat(prompt.blocks()).extracting(Block::kind).containsExactly(Kind.STATIC, Kind.DYNAMIC, Kind.DYNAMIC);
        assertThat(prompt.blocks()).extracting(Block::text).containsExactly("You help ", "{{name}} well.\n", "{{q}}");
    }

    @Test
    void theCutBetweenStaticAndDynamicLetsEveryTagTakeTheSameWhiteSpace() {
        assertThat(texts("You {{#if a}}\nx{{/if}}")).containsExactly("You {{#if a}}\nx{{/if}}");
        assertThat(texts("a\nYou {{#if a}}x{{/if}}")).containsExactly("a\nYou ", "{{#if a}}x{{/if}}");
        assertThat(texts("a\n  {{! c }}{{b}}")).containsExactly("a\n", "  {{! c }}{{b}}");
        assertThat(texts("a \n {{~b}}")).containsExactly("a", " \n {{~b}}");
        assertThat(texts("a \n {{~#if b}}\nc{{/if}}")).containsExactly("a", " \n {{~#if b}}\nc{{/if}}");
    }

    @Test
    void readsDeveloperBlocksFromSystemMessages() {
        Prompt prompt = PromptFile.read("{{role \"system\"}}\n{{! @block id=a kind=static role=developer }}\nx")
                .messages();

        assertThat(prompt.blocks().getFirst().role()).isEqualTo(Role.DEVELOPER);
    }

    @Test
    void everySequenceOfEditsCanBeReadAgain() {
        var random = new Random(7);
        String[] files = {SUPPORT, SUPPORT.replace("\n", "\r\n"),
                "a {{b}} c\n{{role \"model\"}}\nd\n{{role \"user\"}}\n{{e}} f",
                "", "{{role \"system\"}}\nx\n  {{! @block id=q kind=static }}\n y"};
        for (int round = 0; round < 400; round++) {
            PromptFile file = PromptFile.read(files[round % files.length]);
            Prompt prompt = file.messages();
            for (int step = 0; step < 6; step++) {
                prompt = edit(prompt, random, step);
            }
            String written = file.write(prompt);
            assertThat(shape(PromptFile.read(written).messages())).as(written).isEqualTo(shape(prompt));
        }
    }

    /// As a layout that is put back into the editor is saved over the one that was saved before.
    @Test
    void blocksInAnotherOrderAndBackLoseNothing() {
        var random = new Random(11);
        String plain = "---\nmodel: x\n---\n{{role \"system\"}}\nBe brief.\n{{role \"user\"}}\n{{ask}}";
        List<String> files = Stream.of(SUPPORT, plain, plain + "\n",
                plain + "\n\n{{role \"model\"}}\nYes\n{{role \"user\"}}\nWhy?\n\n", plain + "\n{{! }}{{! }}\n")
                .flatMap(text -> Stream.of(text, text.replace("\n", "\r\n"))).toList();
        for (int round = 0; round < 300; round++) {
            String text = files.get(round % files.size());
            PromptFile file = PromptFile.read(text);
            Prompt first = file.messages();
            var blocks = new ArrayList<>(first.blocks());
            Collections.shuffle(blocks, random);
            Prompt shuffled = first.withBlocks(round < files.size() ? first.blocks().reversed() : blocks);

            String saved = file.write(shuffled);
            String back = PromptFile.read(saved).write(first);

            assertThat(shape(PromptFile.read(saved).messages())).as(saved).isEqualTo(shape(shuffled));
            assertThat(shape(PromptFile.read(back).messages())).as(back).isEqualTo(shape(first));
            assertThat(List.of(saved, back)).allSatisfy(each -> assertThat(each.endsWith("\n")).as(each)
                    .isEqualTo(text.endsWith("\n")));
        }
    }

    private static Prompt edit(Prompt prompt, Random random, int step) {
        if (prompt.blocks().isEmpty()) {
            return BlockEdits.insert(prompt, 0, Block.of("new-" + step, Role.USER, Kind.STATIC, "text"));
        }
        Block block = prompt.blocks().get(random.nextInt(prompt.blocks().size()));
        return switch (random.nextInt(7)) {
            case 0 -> BlockEdits.split(prompt, block.id(), random.nextInt(block.text().length() + 1));
            case 1 -> BlockEdits.move(prompt, block.id(), random.nextInt(prompt.blocks().size()));
            case 2 -> BlockEdits.duplicate(prompt, block.id());
            case 3 -> BlockEdits.merge(prompt, block.id());
            case 4 -> prompt.with(block.id(), old -> old.withText("new " + random.nextInt(9) + "\n  text"));
            case 5 -> prompt.with(block.id(), old -> old.withKind(Kind.DYNAMIC).withName("a \"name\""));
            default -> prompt.blocks().size() < 2 ? prompt : BlockEdits.delete(prompt, block.id());
        };
    }

    /// What a prompt is once joins that have no meaning are left out.
    private static List<String> shape(Prompt prompt) {
        var shape = new ArrayList<String>();
        Role before = null;
        for (Block block : prompt.blocks()) {
            boolean joined = block.joined() && block.role() == before;
            shape.add(block.id() + "|" + block.role() + "|" + block.kind() + "|" + joined + "|" + block.text());
            before = block.role();
        }
        return shape;
    }

    @Test
    void breakpointsStandInTheMarks() {
        String text = SUPPORT.replace("id=policy kind=static", "id=policy kind=static break=true ttl=1h");
        PromptFile file = PromptFile.read(text);

        assertThat(file.messages().blocks().getFirst().breakpoint()).contains(new Breakpoint("policy", "1h"));
        assertThat(file.write(file.messages())).isEqualTo(text);
        assertThat(file.write(file.messages().with("policy", block -> block.withBreakpoint(false)))).isEqualTo(SUPPORT);
        assertThat(PromptFile.read(SUPPORT).write(file.messages())).isEqualTo(text);
    }

    @Test
    void aBreakpointGivesTextWithoutAMarkOne() {
        PromptFile file = PromptFile.read("{{role \"system\"}}\nBe kind.\n{{role \"user\"}}\n{{q}}");

        String written = file.write(file.messages().with("system", block -> block.withBreakpoint(true)));

        assertThat(written).isEqualTo("{{role \"system\"}}\n{{! @block id=system kind=static break=true }}\nBe kind.\n"
                + "{{role \"user\"}}\n{{q}}");
    }

    @Test
    void whiteSpaceAtTheEndsOfABodyIsLayoutAfterFrontMatterAlone() {
        assertThat(texts("---\nmodel: x\n---\n\n  a {{b}} \n\n")).containsExactly("a ", "{{b}}");
        assertThat(texts("\n  a \n\n")).containsExactly("\n  a \n\n");
        assertThat(texts("---\nmodel: x\n---\na\n{{! }}{{! }}\n")).containsExactly("a\n");
        assertThat(texts("---\nmodel: x\n---\n \n")).isEmpty();
    }

    @Test
    void whiteSpaceAndCommentsBeforeARoleAreNoMessage() {
        assertThat(texts("\n{{! note }}\n\n{{role \"system\"}}\nHi")).containsExactly("Hi");
        assertThat(texts("\n{{!-- a }} b --}} {{role \"system\"}}\nHi")).containsExactly("Hi");
        assertThat(texts("{{! note }}\nx{{role \"system\"}}\nHi")).containsExactly("{{! note }}\nx", "Hi");
    }

    @Test
    void aTextThatEndsWithALineBreakKeepsItWhenItIsWritten() {
        PromptFile file = PromptFile.read("---\nmodel: x\n---\na\n");

        String written = file.write(file.messages().with("user", block -> block.withText("b\n")));

        assertThat(written).isEqualTo("---\nmodel: x\n---\nb\n{{! }}{{! }}\n");
        assertThat(texts(written)).containsExactly("b\n");
        assertThat(texts(PromptFile.read("\na\n").with(PromptFile.VALUES, "v.csv").write(PromptFile.read("\na\n")
                .messages()))).containsExactly("\na\n");
    }

    @Test
    void theFirstFrontMatterChangesNoText() {
        PromptFile file = PromptFile.read("\na\n");
        Prompt edited = file.messages().withSettings(file.messages().settings().withModel("gpt-4o"));

        assertThat(texts(file.write(edited))).containsExactly("\na\n");
    }

    private static List<String> texts(String file) {
        return PromptFile.read(file).messages().blocks().stream().map(Block::text).toList();
    }

    @Test
    void aFieldThatNeedNotBeMayStandWithinBraces() {
        PromptFile file = PromptFile.read("---\noutput: { schema: {a?: string, b?(array): integer} }\n---\nHi");

        assertThat(file.outputSchema().orElseThrow()).contains("\"a\"", "\"null\"", "\"array\"");
        assertThat(file.write(file.messages())).contains("{a?: string, b?(array): integer}");
        assertFault("---\na: {b?: 1\nc: 2\n---\n", 2);
    }

    @Test
    void toolsThatTheFrontMatterDefinesAreItsOwn() {
        PromptFile file = PromptFile.read("""
                ---
                tools: [find, {name: buy, inputSchema: {item: string, "many?": integer}}, wait]
                toolDefs:
                  - name: find
                    description: Finds
                    inputSchema: {type: object, properties: {q: {type: string}}}
                cachewright.cache: { key: a }
                ---
                Hi""");

        assertThat(file.undefined()).containsExactly("wait");
        assertThat(file.ownTools().orElseThrow().replaceAll("\\s+", ""))
                .isEqualTo("[{\"type\":\"function\",\"function\":{"
                        + "\"name\":\"find\",\"description\":\"Finds\",\"parameters\":{\"type\":\"object\",\"properties\":{\"q\":{"
                        + "\"type\":\"string\"}}}}},{\"type\":\"function\",\"function\":{\"name\":\"buy\",\"parameters\":{"
                        + "\"type\":\"object\",\"properties\":{\"item\":{\"type\":\"string\"},\"many\":{\"type\":[\"integer\","
                        + "\"null\"]}},\"additionalProperties\":false,\"required\":[\"item\"]}}}]");
        PromptFile without = file.withoutOwnTools();
        assertThat(without.ownTools()).isEmpty();
        assertThat(without.undefined()).containsExactly("wait");
        assertThat(without.write(without.messages())).contains("cachewright.cache: { key: a }\n").endsWith("\nHi");
    }

    @Test
    void saysWhereAFileCannotBeRead() {
        assertFault("---\nmodel: [\n---\n", 2);
        assertFault("---\nmodel: x\nbody", 1);
        assertFault("ok\nthen {{open", 2, 6);
        assertFault("{{role \"boss\"}}\nx", 1, 1);
        assertFault("{{role \"user\"}}\n{{! @block id=a kind=static }}\nx\n{{! @block id=a kind=static }}\ny", 5, 1);
        assertFault("{{role \"user\"}}\nx\n\n{{#if a}}\nnever closed", 4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"cachewright.values: [1] | 21", "cachewright.tools: {a: b} | 20",
            "model: [gpt-5.4] | 8", "a: [1, 1e400] | 8", "config: {temperature: -1e400} | 23"})
    void frontMatterThatCannotBeUsedIsNamedWithItsPlace(String line, int column) {
        assertFault("# a comment\n---\nb: 1\n" + line + "\n---\nHi", 4, column);
    }

    private static void assertFault(String text, int line, int column) {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> PromptFile.read(text))
                .satisfies(e -> assertThat(List.of(e.line(), e.column())).isEqualTo(List.of(line, column)));
    }

    private static void assertFault(String text, int line) {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> PromptFile.read(text))
                .satisfies(e -> assertThat(e.line()).as(e.getMessage()).isBetween(line, line + 1));
    }

    @Test
    void defaultsOfNewVariablesAreWrittenBesideWhatIsDeclared() {
        String text = "---\nmodel: openai/gpt-5.4\ninput:\n  schema:\n    question: string\n---\nIt is 7:55. {{question}}\n";
        PromptFile file = PromptFile.read(text);
        Prompt edited = file.messages().with(file.messages().blocks().getFirst().id(),
                block -> block.withText("It is {{time}}. {{question}}\n")).withDefault("time", "7:55");

        String written = file.write(edited);

        assertThat(written).contains("input: {\"schema\":{\"question\":\"string\"},\"default\":{\"time\":\"7:55\"}}\n");
        assertThat(PromptFile.read(written).messages().defaults()).isEqualTo(Map.of("time", "7:55"));
        assertThat(file.write(file.messages())).isEqualTo(text);
    }
}
