package io.lifeboat.events.command;

import io.lifeboat.events.Fields;
import io.lifeboat.events.id.Person;
import java.security.PublicKey;
import java.util.Set;

/**
 * A key that commands may be signed with.
 *
 * @param owner the only person whose commands it signs
 * @param key Ed25519
 * @param roles what the owner may ask for
 */
public record OperatorKey(Person owner, PublicKey key, Set<Role> roles) {

    /** @throws IllegalArgumentException if something is missing or the key is not one of Ed25519 */
    public OperatorKey {
        Fields.present("owner", owner);
        Fields.present("key", key);
        roles = Set.copyOf(Fields.present("roles", roles));
        if (!KeyFiles.isEd25519(key)) {
            throw new IllegalArgumentException("key: expected Ed25519, got " + key.getAlgorithm());
        }
    }
}
