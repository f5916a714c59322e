package io.lifeboat.detector.probe.alert;

import io.lifeboat.detector.probe.Reason;
import io.lifeboat.detector.probe.track.Opinion;
import io.lifeboat.detector.probe.vantage.TargetKey;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.plan.Arguments;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which alerts fire, and what that makes of their targets: DOWN if one of severity {@code critical} or {@code page}
 * does, DEGRADED for any other, UP once the last is resolved. Repeats change nothing. Immutable and pure.
 */
record AlertBook(Map<TargetKey, Map<String, Alert>> firing) {

    static AlertBook empty() {
        return new AlertBook(Map.of());
    }

    /** With one alert begun or ended. */
    AlertBook with(Alert alert) {
        TargetKey key = new TargetKey(alert.workspace(), alert.target());
        Map<String, Alert> ofTarget = new TreeMap<>(firing.getOrDefault(key, Map.of()));
        if (alert.firing()) {
            ofTarget.put(alert.fingerprint(), alert);
        } else {
            ofTarget.remove(alert.fingerprint());
        }
        Map<TargetKey, Map<String, Alert>> next = new HashMap<>(firing);
        next.put(key, Map.copyOf(ofTarget));
        return new AlertBook(Map.copyOf(next));
    }

    /** What the alerts say of a target. */
    Opinion opinion(TargetKey key, Instant now) {
        List<Alert> alerts = firing.getOrDefault(key, Map.of()).values().stream()
                .sorted(Comparator.comparing(Alert::startsAt).thenComparing(Alert::fingerprint))
                .toList();
        if (alerts.isEmpty()) {
            return new Opinion(TargetState.UP, now, "no alert is firing", Arguments.none());
        }
        boolean critical = alerts.stream().anyMatch(AlertBook::isCritical);
        String evidence = alerts.stream()
                .map(alert -> "%s is firing: %s".formatted(alert.name(), alert.summary()))
                .collect(Collectors.joining("; "));
        return new Opinion(
                critical ? TargetState.DOWN : TargetState.DEGRADED,
                alerts.getFirst().startsAt(),
                evidence,
                detail(alerts));
    }

    /** The gravest scenario is not for us to choose: the oldest alert's counts. */
    private static Arguments detail(List<Alert> alerts) {
        List<String> names =
                alerts.stream().map(Alert::name).distinct().sorted().toList();
        Arguments detail = Reason.ALERT.detail().with("alerts", names);
        return alerts.stream()
                .flatMap(alert -> alert.scenario().stream())
                .findFirst()
                .map(scenario -> detail.with("scenario", scenario.name()))
                .orElse(detail);
    }

    private static boolean isCritical(Alert alert) {
        return alert.severity()
                .map(severity -> severity.equals("critical") || severity.equals("page"))
                .orElse(false);
    }
}
