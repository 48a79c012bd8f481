package dev.cachewright.telemetry.otlp;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Says once that a collector does not take figures, and once that it does again.
final class Deliveries {

    private final String address;
    private final Consumer<String> told;
    private boolean isRefused;

    Deliveries(String address, Consumer<String> told) {
        this.address = address;
        this.told = told;
    }

    /// Begins a delivery and hears of its end; one that cannot even begin, for a header that cannot be sent, is refused.
    CompletableResultCode heard(Supplier<CompletableResultCode> begin) {
        try {
            CompletableResultCode delivery = begin.get();
            return delivery.whenComplete(() -> {
                if (delivery.isSuccess()) {
                    taken();
                } else {
                    refused(delivery.getFailureThrowable());
                }
            });
        } catch (RuntimeException e) {
            refused(e);
            return CompletableResultCode.ofFailure();
        }
    }

    /// What still waited at the end was not taken in time.
    void late() {
        refused(null);
    }

    private synchronized void taken() {
        if (isRefused) {
            isRefused = false;
            told.accept("");
        }
    }

    private synchronized void refused(Throwable failure) {
        if (!isRefused) {
            isRefused = true;
            String reason = failure == null ? "" : ": " + words(failure);
            told.accept("The collector at " + address + " does not take the figures" + reason);
        }
    }

    /// The innermost reason that has words: the SDK wraps it, and the client of the JDK has none for the usual ones.
    private static String words(Throwable failure) {
        String words = failure.getClass().getSimpleName();
        for (Throwable reason = failure; reason != null; reason = reason.getCause()) {
            if (reason instanceof ConnectException) {
                return "nothing accepts connections there";
            }
            if (reason instanceof HttpTimeoutException) {
                return "it did not answer in time";
            }
            words = reason.getMessage() == null ? words : reason.getMessage();
        }
        return words;
    }
}
