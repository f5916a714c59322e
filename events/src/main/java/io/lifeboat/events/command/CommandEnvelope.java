package io.lifeboat.events.command;

import io.lifeboat.events.id.CommandId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Arguments;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an operator signs.
 *
 * @param workspace absent for what concerns the whole fleet
 * @param basis the decision version that the operator saw: if more has been decided since, the command is refused
 * @param issued by the operator's clock
 * @param expires at most 60 s after it was issued
 * @param nonce random, so that no two commands are alike
 * @param subject who commands
 */
public record CommandEnvelope(
        CommandId id,
        @Nullable WorkspaceId workspace,
        @Nullable IncidentId incident,
        Action action,
        Arguments arguments,
        long basis,
        Instant issued,
        Instant expires,
        String nonce,
        Person subject) {
    /** The longest that a command can be valid. */
    public static final Duration MOST_VALID = Duration.ofSeconds(60);

    public CommandEnvelope {
        Objects.requireNonNull(id, "command.id");
        Objects.requireNonNull(action, "command.action");
        Objects.requireNonNull(subject, "command.subject");
        Objects.requireNonNull(issued, "command.issued");
        Objects.requireNonNull(expires, "command.expires");
        arguments = arguments == null ? Arguments.none() : arguments;
        if (nonce == null || nonce.length() < 16 || nonce.length() > 128) {
            throw new IllegalArgumentException("command.nonce: expected 16 to 128 characters");
        }
        if (!expires.isAfter(issued) || Duration.between(issued, expires).compareTo(MOST_VALID) > 0) {
            throw new IllegalArgumentException(
                    "command.expires: expected at most %s after it was issued, got %s after %s"
                            .formatted(MOST_VALID, expires, issued));
        }
    }
}
