package io.lifeboat.notifier.channel;

import io.lifeboat.events.plan.Arguments;
import io.lifeboat.saga.step.StepOutcome;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of one notice on all its channels. Pure.
 *
 * @param byChannel by the channel's id
 */
public record Dispatch(Map<String, Delivery> byChannel) {

    public Dispatch {
        byChannel = Map.copyOf(byChannel);
    }

    /** Done if any channel took it; tried again if none did. Nobody to be told is no failure. */
    public StepOutcome outcome() {
        if (byChannel.isEmpty()) {
            return StepOutcome.done("no channel hears of this incident");
        }
        Map<String, Object> lines = new TreeMap<>();
        byChannel.forEach((channel, delivery) -> lines.put(channel, line(delivery)));
        long sent = byChannel.values().stream()
                .filter(Delivery.Sent.class::isInstance)
                .count();
        return sent == 0
                ? new StepOutcome.Retry("no channel took it: " + lines)
                : new StepOutcome.Done(
                        Arguments.of("channels", lines), "%d of %d channels took it".formatted(sent, lines.size()));
    }

    private static String line(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent sent -> "sent: " + sent.how();
            case Delivery.NotSent not -> "not sent: " + not.why();
        };
    }
}
