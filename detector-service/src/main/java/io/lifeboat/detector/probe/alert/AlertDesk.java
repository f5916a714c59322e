package io.lifeboat.detector.probe.alert;

import io.lifeboat.detector.probe.vantage.TargetKey;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes Alertmanager's messages in, one at a time, and passes on what they make of their targets. Thread-safe. */
public final class AlertDesk {
    private final PayloadReader reader;
    private final AlertListener listener;
    private final Clock clock;
    private AlertBook book = AlertBook.empty();

    /** @param watched the targets that alerts may speak of */
    public AlertDesk(Set<TargetKey> watched, AlertListener listener, Clock clock) {
        this.reader = new PayloadReader(watched);
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Takes a message in, whole or not at all.
     *
     * @return how many alerts it held
     */
    public synchronized int take(String payload) throws BadPayload {
        AlertmanagerMessage message = reader.read(payload);
        for (Alert alert : message.alerts()) {
            book = book.with(alert);
        }
        Set<TargetKey> touched = message.alerts().stream()
                .map(alert -> new TargetKey(alert.workspace(), alert.target()))
                .collect(Collectors.toSet());
        touched.forEach(key -> listener.heard(key, book.opinion(key, clock.instant())));
        return message.alerts().size();
    }
}
