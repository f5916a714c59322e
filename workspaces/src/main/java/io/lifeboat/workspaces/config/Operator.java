package io.lifeboat.workspaces.config;

import io.lifeboat.events.id.Person;
import java.security.PublicKey;
import java.util.Objects;
import java.util.Set;

/**
 * Who may command.
 *
 * @param key the name of the signing key, unique in the fleet
 * @param publicKey Ed25519
 */
public record Operator(Person subject, String key, PublicKey publicKey, Set<Role> roles) {

    public Operator {
        Objects.requireNonNull(subject, "operator.subject");
        Checks.text("key", key);
        Objects.requireNonNull(publicKey, "operator.publicKey");
        roles = Checks.ordered(roles);
        if (roles.isEmpty()) {
            throw new BadValue("roles", "nothing", "at least one role");
        }
    }
}
