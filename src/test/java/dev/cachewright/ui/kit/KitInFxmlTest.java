package dev.cachewright.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.chart.CallChart;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import org.junit.jupiter.api.Test;

class KitInFxmlTest {

    @Test
    void everyControlCanBeWrittenAndBoundInFxml() {
        FxToolkit.run(() -> {
            KitProbeView view = new KitProbeView();
            Views.load(view);
            view.value.set("1,611");
            assertThat(view.figure.getValue()).isEqualTo("1,611");
            assertThat(view.figure.getTone()).isEqualTo(Tone.GOOD);
            assertThat(view.callout.getText()).isEqualTo("1,611");
            assertThat(view.empty.getActions()).hasSize(1);
            assertThat(view.chart.getThreshold()).isEqualTo(1024);
            view.callout.getOnAction().handle(new ActionEvent());
            assertThat(view.mended).isTrue();
        });
    }

    /// The controller of the probe; its sheet stands in the test resources.
    public static final class KitProbeView {

        private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper("1,536");
        private boolean mended;

        @FXML
        private Figure figure;
        @FXML
        private Callout callout;
        @FXML
        private EmptyState empty;
        @FXML
        private CallChart chart;

        public ReadOnlyStringProperty valueProperty() {
            return value.getReadOnlyProperty();
        }

        public String getValue() {
            return value.get();
        }

        @FXML
        void mend() {
            mended = true;
        }
    }
}
