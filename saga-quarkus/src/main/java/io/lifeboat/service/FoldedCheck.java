package io.lifeboat.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only once everything has been folded to its end, and while the broker answers. */
@Readiness
@ApplicationScoped
public class FoldedCheck implements HealthCheck {
    private static final Duration SILENT = Duration.ofSeconds(10);

    private final Host host;

    FoldedCheck(Host host) {
        this.host = host;
    }

    @Override
    public HealthCheckResponse call() {
        boolean answers = host.participant().brokerSilence().compareTo(SILENT) < 0;
        return HealthCheckResponse.named("folded to the end")
                .withData("lag", host.participant().lag())
                .withData(
                        "brokerSilenceMillis",
                        host.participant().brokerSilence().toMillis())
                .withData("refusal", host.participant().refusal().orElse("none"))
                .status(host.participant().isReady() && answers)
                .build();
    }
}
