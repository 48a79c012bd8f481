package dev.cachewright.ui.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.session.Call;
import dev.cachewright.session.PromptSource;
import dev.cachewright.session.Session;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Views;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsViewModelTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private SessionsViewModel model;

    @BeforeEach
    void keepSessions() throws IOException {
        keep("a", "before the edit", "support-agent.prompt", SampleCalls.twelve().calls());
        keep("b", "", "review.prompt", SampleCalls.parted().calls());
        fixture.willAnswer("Hello", 1_842, 0).workspace().runs().send();
        model = new SessionsViewModel(fixture.workspace(), ZoneOffset.UTC);
    }

    private void keep(String id, String name, String prompt, List<Call> calls) throws IOException {
        for (Call call : calls) {
            fixture.store().append(new Session(id, name, new PromptSource(prompt, "/work/" + prompt), List.of()), call,
                    SampleCalls.EXCHANGE);
        }
    }

    @Test
    void listsWhatIsKnownOfEachTheYoungestFirst() {
        assertThat(model.rows()).extracting(SessionRow::name).containsExactly("support-agent.prompt", "review.prompt",
                "before the edit");
        SessionRow twelve = model.rows().getLast();
        assertThat(twelve.calls()).isEqualTo("12");
        assertThat(twelve.last()).isEqualTo("23 Nov, 09:42");
        assertThat(twelve.hitRate()).isEqualTo("68.2%");
        assertThat(model.rows().getFirst().state()).isEqualTo("shown here");
        assertThat(model.getSaid()).isEmpty();
    }

    @Test
    void isSearchedByAnyWordOfIt() {
        model.searchProperty().set("EDIT support");
        assertThat(model.rows()).extracting(row -> row.session().id()).containsExactly("a");

        model.searchProperty().set("gpt-5.4 review");
        assertThat(model.rows()).extracting(row -> row.session().id()).containsExactly("b");

        model.searchProperty().set("nothing like this");
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void theChosenOneIsShown() {
        choose("a");
        assertThat(model.openable().get()).isTrue();

        model.open();

        assertThat(fixture.workspace().session().getSession().id()).isEqualTo("a");
        assertThat(fixture.workspace().session().getSession().calls()).hasSize(12);
        assertThat(model.openable().get()).isFalse();
    }

    @Test
    void aNameIsGivenAndTakenAway() {
        choose("b");
        model.nameProperty().set(" with the new model ");
        model.rename();
        assertThat(model.rows()).extracting(SessionRow::name).contains("with the new model");
        assertThat(model.chosenProperty().get().map(row -> row.session().id())).contains("b");

        model.nameProperty().set("");
        model.rename();
        assertThat(model.rows()).extracting(SessionRow::name).contains("review.prompt");
    }

    @Test
    void aDeletedSessionIsGoneAndTheShownOneMakesRoomForANewOne() {
        String shown = fixture.workspace().session().getSession().id();
        choose(shown);
        model.delete();

        assertThat(fixture.store().ids()).containsExactlyInAnyOrder("a", "b");
        assertThat(fixture.workspace().session().getSession().calls()).isEmpty();
        assertThat(model.rows()).hasSize(2);
        assertThat(model.chosenProperty().get()).isEmpty();
    }

    @Test
    void looksAsBefore() {
        choose("a");
        Snapshots.check("sessions", 940, 480,
                () -> Views.load(new SessionsView(model, new SessionsView.Doors(name -> true, id -> {
                    // Not opened here.
                }, (id, told) -> {
                    // Nor written.
                }, () -> {
                    // Nor closed.
                }))).root());
        var figures = FxToolkit.call(() -> new FiguresViewModel(fixture.workspace(), "a", ZoneOffset.UTC));
        Snapshots.check("figures", 780, 520, () -> Views.load(new FiguresView(figures)).root());
    }

    private void choose(String id) {
        model.chosenProperty()
                .set(model.rows().stream().filter(row -> row.session().id().equals(id)).findFirst());
        assertThat(model.chosenProperty().get()).isNotEqualTo(Optional.empty());
    }
}
