package dev.cachewright.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Views;
import org.junit.jupiter.api.Test;

class TelemetryTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample().willAnswer("Hello", 1_842, 0);

    private void use(String address) {
        var model = new TelemetryViewModel(fixture.workspace());
        model.addressProperty().set(address);
        assertThat(model.valid().get()).isTrue();
        model.use();
    }

    private String problem() {
        return fixture.workspace().telemetry().problemProperty().get().orElse("");
    }

    @Test
    void nothingIsHandedOnUntilAnAddressIsChosen() {
        fixture.workspace().runs().send();

        assertThat(fixture.telemetries().log()).isEmpty();
    }

    @Test
    void theAddressOfTheEnvironmentIsOfferedAndNotUsedByItself() {
        assertThat(new TelemetryViewModel(fixture.workspace()).addressProperty().get())
                .isEqualTo("http://collector:4318");
        assertThat(fixture.workspace().preferences().get().otlp()).isEmpty();
    }

    @Test
    void callsAreHandedOnFromTheNextRunOn() {
        use("http://localhost:4318/");
        fixture.workspace().runs().send();
        fixture.workspace().runs().send();

        assertThat(fixture.telemetries().log()).containsExactly("open http://localhost:4318",
                "call 1 to Simulator, streamed", "call 2 to Simulator, streamed");
    }

    @Test
    void anEmptyAddressEndsIt() {
        use("http://localhost:4318");
        fixture.workspace().runs().send();
        use(" ");
        fixture.workspace().runs().send();

        assertThat(fixture.workspace().preferences().get().otlp()).isEmpty();
        assertThat(fixture.telemetries().log()).containsExactly("open http://localhost:4318",
                "call 1 to Simulator, streamed", "close http://localhost:4318");
    }

    @Test
    void anotherAddressTakesThePlaceOfTheOneBefore() {
        use("http://one:4318");
        fixture.workspace().runs().send();
        use("http://two:4318");
        fixture.workspace().runs().send();
        fixture.workspace().telemetry().close();

        assertThat(fixture.telemetries().log()).containsExactly("open http://one:4318",
                "call 1 to Simulator, streamed", "close http://one:4318", "open http://two:4318",
                "call 2 to Simulator, streamed", "close http://two:4318");
    }

    @Test
    void whatIsNoAddressCannotBeUsed() {
        var model = new TelemetryViewModel(fixture.workspace());

        model.addressProperty().set("localhost");

        assertThat(model.valid().get()).isFalse();
        assertThat(model.getProblem()).startsWith("This is not the address of a collector");
        model.addressProperty().set("");
        assertThat(model.valid().get()).isTrue();
        assertThat(model.goProperty().get()).isEqualTo("Send nothing");
    }

    @Test
    void aCollectorThatIsDownIsToldUntilItTakesFiguresAgain() {
        use("http://localhost:4318");
        fixture.workspace().runs().send();

        fixture.telemetries().say("It is down");
        assertThat(problem()).isEqualTo("It is down");
        fixture.telemetries().say("");
        assertThat(problem()).isEmpty();

        fixture.telemetries().say("It is down");
        use("");
        assertThat(problem()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneInTheFileFailsNoRun() {
        fixture.workspace().preferences().change(now -> now.withOtlp("nowhere"));

        fixture.workspace().runs().send();

        assertThat(fixture.workspace().session().getSession().calls()).hasSize(1);
        assertThat(problem()).startsWith("This is not the address of a collector");
    }

    @Test
    void looksAsBefore() {
        var model = FxToolkit.call(() -> new TelemetryViewModel(fixture.workspace()));
        Snapshots.check("telemetry", 560, 210, () -> Views.load(new TelemetryView(model)).root());
    }
}
