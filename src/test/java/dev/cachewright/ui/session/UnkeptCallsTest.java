package dev.cachewright.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Subscriptions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UnkeptCallsTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final AtomicInteger copies = new AtomicInteger();
    private final Subscriptions subscriptions = new Subscriptions();
    private final UnkeptCalls unkept = new UnkeptCalls(fixture.workspace().session(), copies::incrementAndGet,
            subscriptions);

    @Test
    void nothingIsSaidWhileCallsAreKept() {
        fixture.workspace().runs().send();

        assertThat(unkept.getWords()).isEmpty();
        assertThat(fixture.kept()).hasSize(1);
    }

    @Test
    void oneCallIsNamedByItsNumber() {
        fixture.fillDisk().workspace().runs().send();

        assertThat(unkept.getWords()).isEqualTo("Call 1 is shown here and could not be written to disk: "
                + "No space left on device. Save a copy before you close the window.");
    }

    @Test
    void severalCallsAreCounted() {
        fixture.fillDisk().workspace().runs().send();
        fixture.workspace().runs().send();

        assertThat(unkept.getWords()).startsWith("2 calls are shown here and could not be written to disk: ");
    }

    @Test
    void thisIsOverWhereACopyWasSaved() {
        fixture.fillDisk().workspace().runs().send();

        fixture.workspace().session().copied(fixture.workspace().session().getSession());

        assertThat(unkept.getWords()).isEmpty();
    }

    @Test
    void anotherSessionBeginsWithoutAWord() {
        fixture.fillDisk().workspace().runs().send();

        fixture.workspace().startSession();

        assertThat(unkept.getWords()).isEmpty();
    }

    @Test
    void aCopyIsSavedWhenItIsAskedFor() {
        unkept.saveCopy();

        assertThat(copies).hasValue(1);
    }

    @Test
    void aWindowThatIsGoneHearsNoMore() {
        subscriptions.close();

        fixture.fillDisk().workspace().runs().send();

        assertThat(unkept.getWords()).isEmpty();
    }
}
