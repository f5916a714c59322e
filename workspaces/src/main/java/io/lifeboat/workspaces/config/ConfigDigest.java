package io.lifeboat.workspaces.config;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.security.PublicKey;

/**
 * Names a configuration: equal for files that mean the same, whatever their comments, order of keys and spelled-out defaults.
 * It covers references to secrets, never the secrets. For logs and status.
 */
public final class ConfigDigest {
    private static final ObjectMapper MAPPER = Json.mapper()
            .copy()
            .registerModule(new SimpleModule("lifeboat-workspaces")
                    .addSerializer(SecretRef.class, new ToStringSerializer(SecretRef.class))
                    .addSerializer(PublicKey.class, new KeySerializer()))
            .addMixIn(Settings.class, WithoutFolder.class);

    private ConfigDigest() {}

    /** Lower-case hexadecimal SHA-256. */
    public static String of(LifeboatConfig config) {
        try {
            return Json.sha256(MAPPER.writeValueAsBytes(config));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a loaded configuration has a JSON form", e);
        }
    }

    /** The folder that a file was read from is not what it says. */
    @JsonIgnoreProperties("folder")
    private interface WithoutFolder {}

    private static final class KeySerializer extends StdSerializer<PublicKey> {
        private static final long serialVersionUID = 1;

        KeySerializer() {
            super(PublicKey.class);
        }

        @Override
        public void serialize(PublicKey key, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeBinary(key.getEncoded());
        }
    }
}
