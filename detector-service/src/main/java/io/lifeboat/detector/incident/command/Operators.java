package io.lifeboat.detector.incident.command;

import io.lifeboat.events.command.Action;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.workspaces.config.Operator;
import io.lifeboat.workspaces.config.Role;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The configured operators: a command counts if the key of its subject signed it and one of its roles allows it. Thread-safe. */
public final class Operators implements Authority {
    private final Map<String, Operator> byKey;

    public Operators(List<Operator> operators) {
        byKey = operators.stream().collect(Collectors.toUnmodifiableMap(Operator::key, Function.identity()));
    }

    @Override
    public Optional<String> refusal(SignedCommand command, CommandEnvelope envelope) {
        Operator operator = byKey.get(command.key());
        if (operator == null) {
            return Optional.of("no operator has the key '%s'".formatted(command.key()));
        }
        if (!isSigned(command, operator.publicKey())) {
            return Optional.of("it was not signed with the key '%s'".formatted(command.key()));
        }
        if (!operator.subject().equals(envelope.subject())) {
            return Optional.of("the key '%s' is that of %s, not of %s"
                    .formatted(command.key(), operator.subject(), envelope.subject()));
        }
        Role needed = needed(envelope.action());
        return operator.roles().contains(needed)
                ? Optional.empty()
                : Optional.of("%s needs the role %s, which %s does not have"
                        .formatted(
                                envelope.action().text(), needed.name().toLowerCase(Locale.ROOT), operator.subject()));
    }

    private static Role needed(Action action) {
        return switch (action) {
            case APPROVE, REJECT -> Role.APPROVER;
            case OPEN, SKIP, ABORT, ACKNOWLEDGE, HOLD, RELEASE, MAINTENANCE, CLOSE -> Role.OPERATOR;
        };
    }

    private static boolean isSigned(SignedCommand command, PublicKey key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(command.payload().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(command.signature()));
        } catch (SignatureException | IllegalArgumentException e) {
            return false; // no signature at all, or none in Base64
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a configured key cannot be used: " + command.key(), e);
        }
    }
}
