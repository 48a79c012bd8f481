package dev.cachewright.ui.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cachewright.ui.command.Command.Group;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private final List<String> done = new ArrayList<>();
    private final SimpleBooleanProperty open = new SimpleBooleanProperty();
    private final Commands commands = new Commands(List.of(
            Command.of(Group.FILE, "save", "", () -> done.add("save")).enabledWhen(open, () -> "Open it first."),
            Command.of(Group.FILE, "open", "", () -> done.add("open"))));

    @Test
    void aCommandIsDoneWhereItCanBe() {
        commands.run("save");
        assertThat(done).isEmpty();

        open.set(true);
        commands.run("save");
        commands.run("open");
        assertThat(done).containsExactly("save", "open");
    }

    @Test
    void aCommandThatIsNotThereIsAnErrorOfOurs() {
        assertThatIllegalArgumentException().isThrownBy(() -> commands.run("sned")).withMessageContaining("sned");
    }
}
