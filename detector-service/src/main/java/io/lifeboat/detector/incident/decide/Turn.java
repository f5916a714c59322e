package io.lifeboat.detector.incident.decide;

import io.lifeboat.detector.incident.command.Order;
import io.lifeboat.events.Event;
import io.lifeboat.saga.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a duty wants of this turn. */
sealed interface Turn {

    /**
     * Something is to be appended now.
     *
     * @param order the command that it answers
     * @param obeyed whether it obeys that command
     */
    record Act(Decision.Append append, Optional<Order> order, boolean obeyed) implements Turn {}

    /**
     * Nothing, before some time or before something changes.
     *
     * @param why empty if there is nothing to be said
     */
    record Idle(@Nullable Instant until, Optional<String> why) implements Turn {}

    Turn NOTHING = new Idle(null, Optional.empty());

    static Turn act(Event event, String why) {
        return new Act(new Decision.Append(List.of(event), why), Optional.empty(), false);
    }

    static Turn obeys(Event event, String why, Order order) {
        return new Act(new Decision.Append(List.of(event), why), Optional.of(order), true);
    }

    static Turn refuses(Event event, String why, Order order) {
        return new Act(new Decision.Append(List.of(event), why), Optional.of(order), false);
    }

    static Turn until(Instant until) {
        return new Idle(until, Optional.empty());
    }

    static Turn waits(@Nullable Instant until, String why) {
        return new Idle(until, Optional.of(why));
    }
}
