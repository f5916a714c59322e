package io.lifeboat.workspaces.config;

import io.lifeboat.events.plan.Arguments;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What belongs to a type of a growing set (a switch, a fence, a channel), by name. Secrets in it are references.
 *
 * @param folder the folder of the configuration file, for relative paths
 */
public record Settings(Arguments values, Path folder) {
    private static final Settings NONE = new Settings(Arguments.none(), Path.of(""));

    public static Settings none() {
        return NONE;
    }

    public Optional<String> text(String name) {
        return values.text(name);
    }

    /** @throws IllegalArgumentException naming the key, if there is no such value */
    public String required(String name) {
        return text(name).orElseThrow(() -> new BadValue(name, "nothing", "a value"));
    }

    public List<String> texts(String name) {
        return values.texts(name);
    }

    public boolean flag(String name, boolean otherwise) {
        return values.values().get(name) instanceof Boolean flag ? flag : otherwise;
    }

    public Duration duration(String name, Duration otherwise) {
        return text(name).map(Durations::parse).orElse(otherwise);
    }

    public Optional<URI> url(String name) {
        return text(name).map(URI::create);
    }

    public Optional<SecretRef> secret(String name) {
        return text(name).map(text -> SecretRef.parse(text, folder));
    }
}
