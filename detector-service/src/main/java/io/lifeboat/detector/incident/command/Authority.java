package io.lifeboat.detector.incident.command;

import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import java.util.Optional;

/** Says who may command what. */
@FunctionalInterface
public interface Authority {

    /** Why this command is not its subject's, or not for its subject to give; nothing if it may be obeyed. */
    Optional<String> refusal(SignedCommand command, CommandEnvelope envelope);
}
