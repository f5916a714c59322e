package io.lifeboat.detector.incident.command;

import io.lifeboat.events.command.CommandVerifier;
import io.lifeboat.events.command.OperatorKey;
import io.lifeboat.events.command.Role;
import io.lifeboat.workspaces.config.Operator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The configured operators as those whose commands count. */
public final class Operators {
    private Operators() {}

    public static CommandVerifier verifier(List<Operator> operators) {
        return new CommandVerifier(operators.stream().collect(Collectors.toMap(Operator::key, Operators::key)));
    }

    private static OperatorKey key(Operator operator) {
        return new OperatorKey(operator.subject(), operator.publicKey(), roles(operator));
    }

    private static Set<Role> roles(Operator operator) {
        return operator.roles().stream().map(Operators::role).collect(Collectors.toSet());
    }

    private static Role role(io.lifeboat.workspaces.config.Role configured) {
        return switch (configured) {
            case OPERATOR -> Role.OPERATOR;
            case APPROVER -> Role.APPROVER;
        };
    }
}
