package io.lifeboat.detector.incident;

import io.lifeboat.events.command.Action;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.CommandId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Json;
import io.lifeboat.workspaces.config.Role;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody with a key who signs commands. */
public final class Operator {
    private final String name;
    private final KeyPair keys;

    public Operator(String name) {
        this.name = name;
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String key() {
        return name + "-2026";
    }

    public io.lifeboat.workspaces.config.Operator configured(Role... roles) {
        return new io.lifeboat.workspaces.config.Operator(new Person(name), key(), keys.getPublic(), Set.of(roles));
    }

    public CommandEnvelope envelope(
            Action action,
            @Nullable WorkspaceId workspace,
            @Nullable IncidentId incident,
            long basis,
            Instant issued,
            Arguments arguments) {
        return new CommandEnvelope(
                new CommandId(UUID.randomUUID()),
                workspace,
                incident,
                action,
                arguments,
                basis,
                issued,
                issued.plusSeconds(60),
                "0123456789abcdef",
                new Person(name));
    }

    public SignedCommand sign(CommandEnvelope envelope) {
        return sign(Json.text(envelope));
    }

    public SignedCommand sign(String payload) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(payload.getBytes(StandardCharsets.UTF_8));
            return new SignedCommand(key(), payload, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
