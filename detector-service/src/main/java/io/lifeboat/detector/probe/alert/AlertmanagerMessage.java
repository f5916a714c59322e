package io.lifeboat.detector.probe.alert;

import java.util.List;

/**
 * What Alertmanager's webhook brings, version 4: a group of alerts.
 *
 * @param truncated how many alerts of the group it left out
 */
public record AlertmanagerMessage(String groupKey, long truncated, List<Alert> alerts) {
    public AlertmanagerMessage {
        alerts = List.copyOf(alerts);
    }
}
