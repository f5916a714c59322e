package io.lifeboat.detector.incident.decide;

import io.lifeboat.detector.incident.command.Inbox;
import io.lifeboat.detector.incident.command.Order;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.CommandVerifier;
import io.lifeboat.events.command.CommandVerifier.Checked;
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
    private final CommandVerifier verifier;
    private final CommandHandler handler;

    /** @param first whether this is the fleet's first workspace */
    CommandDesk(
            WorkspaceId mine,
            Set<WorkspaceId> configured,
            boolean first,
            CommandVerifier verifier,
            CommandHandler handler) {
        this.mine = mine;
        this.configured = Set.copyOf(configured);
        this.first = first;
        this.verifier = verifier;
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
        Reply reply = switch (verifier.verify(order.command(), situation.now())) {
            case Checked.Refused refused -> new Reply.Refuse(refused.reason());
            case Checked.Genuine genuine -> genuine(order, genuine.command(), situation);
        };
        return switch (reply) {
            case Reply.Obey obey -> Turn.obeys(obey.event(), obey.why(), order);
            case Reply.Refuse refuse -> refused(order, refuse.reason(), situation);
        };
    }

    private Reply genuine(Order order, CommandEnvelope envelope, Situation situation) {
        Optional<String> refusal = order.repeated()
                ? Optional.of("it was sent before: a command is obeyed once")
                : strayed(order, envelope).or(() -> outdated(order, envelope, situation));
        return refusal.<Reply>map(Reply.Refuse::new)
                .orElseGet(() -> handler.handle(order.command(), envelope, situation));
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

    /** What stands in a command that is not genuine is told as what it claims to be. */
    private static Turn refused(Order order, String reason, Situation situation) {
        Optional<CommandEnvelope> envelope = order.envelope();
        IncidentId about = envelope.map(CommandEnvelope::incident).orElse(null);
        String who = envelope.map(read -> "%s by %s".formatted(read.action().text(), read.subject()))
                .orElse("a command");
        return Turn.refuses(
                new CommandRefused(situation.workspace().id(), about, order.command(), reason),
                "refuses %s: %s".formatted(who, reason),
                order);
    }

    private static String name(@org.jspecify.annotations.Nullable WorkspaceId workspace) {
        return workspace == null ? "the fleet" : workspace.value();
    }
}
