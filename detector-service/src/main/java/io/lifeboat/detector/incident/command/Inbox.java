package io.lifeboat.detector.incident.command;

import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.CommandIssued;
import io.lifeboat.events.fold.Commands;
import io.lifeboat.events.id.CommandId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * The commands of the last minutes. Older ones cannot be valid any more and have been answered by whoever was there; so a
 * restart reads years of commands and answers none of them again. Immutable.
 *
 * @param orders by offset
 * @param answered offsets that this process has refused: a refusal of a repeated command leaves no other trace
 */
public record Inbox(PMap<Long, Order> orders, PSet<Long> answered) {
    /** Twice the longest that a command can be valid. */
    public static final Duration KEPT = CommandEnvelope.MOST_VALID.multipliedBy(2);

    /** Against a flood: the oldest go first, unanswered. */
    static final int MOST = 1000;

    public static Inbox empty() {
        return new Inbox(HashTreePMap.empty(), HashTreePSet.empty());
    }

    /** The inbox after one more record, without those that are too old by the log's time. */
    public Inbox apply(CommandIssued issued, long offset, Instant appendedAt, boolean live) {
        CommandEnvelope read = Commands.read(issued.command()).orElse(null);
        boolean repeated = read != null && isRepeated(read.id(), offset);
        Order order = new Order(offset, appendedAt, live, repeated, issued.workspace(), issued.command(), read, 0);
        return new Inbox(orders.plus(offset, order), answered).prune(appendedAt.minus(KEPT));
    }

    private boolean isRepeated(CommandId id, long offset) {
        return orders.values().stream()
                .filter(order -> order.offset() < offset)
                .flatMap(order -> order.envelope().stream())
                .anyMatch(envelope -> envelope.id().equals(id));
    }

    private Inbox prune(Instant before) {
        Set<Long> old = orders.values().stream()
                .filter(order -> order.appendedAt().isBefore(before))
                .map(Order::offset)
                .collect(Collectors.toSet());
        orders.keySet().stream()
                .sorted()
                .limit(Math.max(0, orders.size() - MOST))
                .forEach(old::add);
        return old.isEmpty() ? this : new Inbox(orders.minusAll(old), answered.minusAll(old));
    }

    /** Those that this process has not answered, oldest first. */
    public List<Order> open() {
        return orders.values().stream()
                .filter(order -> !answered.contains(order.offset()))
                .sorted(java.util.Comparator.comparingLong(Order::offset))
                .toList();
    }

    /** After that order has been refused. */
    public Inbox answered(Order order) {
        return new Inbox(orders, answered.plus(order.offset()));
    }

    /** After it was tried to obey that order: whether it counted is told by the fold. */
    public Inbox tried(Order order) {
        Order known = orders.get(order.offset());
        return known == null ? this : new Inbox(orders.plus(order.offset(), known.triedOnceMore()), answered);
    }
}
