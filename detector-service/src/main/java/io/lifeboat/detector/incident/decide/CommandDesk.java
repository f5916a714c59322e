package io.lifeboat.detector.incident.decide;

import io.lifeboat.detector.incident.command.Authority;
import io.lifeboat.detector.incident.command.Inbox;
import io.lifeboat.detector.incident.command.Order;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.CommandRefused;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Obeys or refuses the commands of a workspace. Every refusal stands in a timeline with its reason: of a command to the fleet,
 * or to a workspace that is not configured, in that of the fleet's first workspace.
 */
final class CommandDesk implements Duty {
    /** An opening takes two events; more tries mean that the log does not take what was decided. */
    private static final int MOST_TRIES = 6;

    private final WorkspaceId mine;
    private final Set<WorkspaceId> configured;
    private final boolean first;
    private final Authority authority;
    private final CommandHandler handler;

    /** @param first whether this is the fleet's first workspace */
    CommandDesk(
            WorkspaceId mine, Set<WorkspaceId> configured, boolean first, Authority authority, CommandHandler handler) {
        this.mine = mine;
        this.configured = Set.copyOf(configured);
        this.first = first;
        this.authority = authority;
        this.handler = handler;
    }

    @Override
    public Turn turn(Situation situation) {
        return Turns.first(situation.orders().stream()
                .filter(this::isMine)
                .filter(order -> !isSettled(order, situation))
                .map(order -> answer(order, situation)));
    }

    private boolean isMine(Order order) {
        WorkspaceId workspace = order.workspace();
        return mine.equals(workspace) || first && (workspace == null || !configured.contains(workspace));
    }

    /** What had its answer before, from this process or another one. */
    private static boolean isSettled(Order order, Situation situation) {
        boolean tooOld = Duration.between(order.appendedAt(), situation.now()).compareTo(Inbox.KEPT) > 0;
        Optional<CommandEnvelope> envelope = order.envelope();
        if (tooOld || !order.live() && (envelope.isEmpty() || order.repeated())) {
            return true;
        }
        return !order.repeated()
                && envelope.map(CommandEnvelope::id)
                        .filter(id -> situation.workspace().commands().containsKey(id)
                                || situation.fleet().commands().containsKey(id))
                        .isPresent();
    }

    private Turn answer(Order order, Situation situation) {
        Optional<CommandEnvelope> envelope = order.envelope();
        if (envelope.isEmpty()) {
            return refused(order, null, "it cannot be read as a command", situation);
        }
        Reply reply = refusal(order, envelope.get(), situation)
                .<Reply>map(Reply.Refuse::new)
                .orElseGet(() -> handler.handle(order.command(), envelope.get(), situation));
        return switch (reply) {
            case Reply.Obey obey -> Turn.obeys(obey.event(), obey.why(), order);
            case Reply.Refuse refuse -> refused(order, envelope.get(), refuse.reason(), situation);
        };
    }

    private Optional<String> refusal(Order order, CommandEnvelope envelope, Situation situation) {
        if (order.repeated()) {
            return Optional.of("it was sent before: a command is obeyed once");
        }
        Optional<String> unauthorised = authority.refusal(order.command(), envelope);
        if (unauthorised.isPresent()) {
            return unauthorised;
        }
        if (situation.now().isAfter(envelope.expires())) {
            return Optional.of("it expired at %s".formatted(envelope.expires()));
        }
        if (envelope.issued().isAfter(situation.now().plus(CommandEnvelope.MOST_VALID))) {
            return Optional.of("it was issued at %s, which is in the future".formatted(envelope.issued()));
        }
        return strayed(order, envelope).or(() -> outdated(order, envelope, situation));
    }

    private Optional<String> strayed(Order order, CommandEnvelope envelope) {
        if (!Objects.equals(order.workspace(), envelope.workspace())) {
            return Optional.of("it was signed for %s, but sent to %s"
                    .formatted(name(envelope.workspace()), name(order.workspace())));
        }
        return order.workspace() == null || order.workspace().equals(mine)
                ? Optional.empty()
                : Optional.of("no workspace '%s' is configured".formatted(order.workspace()));
    }

    private static Optional<String> outdated(Order order, CommandEnvelope envelope, Situation situation) {
        long current = order.workspace() == null
                ? situation.fleet().version()
                : situation.workspace().version();
        if (envelope.basis() != current) {
            return Optional.of("things have moved on: it was given on version %d, and %d is current"
                    .formatted(envelope.basis(), current));
        }
        return order.tries() < MOST_TRIES
                ? Optional.empty()
                : Optional.of("the log did not take it, tried %d times".formatted(order.tries()));
    }

    private Turn refused(
            Order order,
            @org.jspecify.annotations.Nullable CommandEnvelope envelope,
            String reason,
            Situation situation) {
        IncidentId about = envelope == null ? null : envelope.incident();
        String who = envelope == null
                ? "a command"
                : "%s by %s".formatted(envelope.action().text(), envelope.subject());
        return Turn.refuses(
                new CommandRefused(situation.workspace().id(), about, order.command(), reason),
                "refuses %s: %s".formatted(who, reason),
                order);
    }

    private static String name(@org.jspecify.annotations.Nullable WorkspaceId workspace) {
        return workspace == null ? "the fleet" : workspace.value();
    }
}
