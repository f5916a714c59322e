package io.lifeboat.events.command;

import io.lifeboat.events.Fields;
import io.lifeboat.events.serde.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** Signs commands with one key. Thread-safe; never shows the key. */
public final class CommandSigner {
    static final String ALGORITHM = "Ed25519";

    private final String name;
    private final PrivateKey key;

    /**
     * @param name of the key, as the services know it
     * @throws IllegalArgumentException if the key is not one of Ed25519
     */
    public CommandSigner(String name, PrivateKey key) {
        this.name = Fields.present("name", name);
        this.key = Fields.present("key", key);
        if (!KeyFiles.isEd25519(key)) {
            throw new IllegalArgumentException("key: expected Ed25519, got " + key.getAlgorithm());
        }
    }

    public SignedCommand sign(CommandEnvelope command) {
        String payload = Json.text(command);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(payload.getBytes(StandardCharsets.UTF_8));
            return new SignedCommand(name, payload, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK cannot sign with " + ALGORITHM, e);
        }
    }
}
