package io.lifeboat.workspaces.load;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import io.lifeboat.workspaces.config.Durations;
import io.lifeboat.workspaces.config.SecretRef;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the schema's own formats accept; each value is also what its record would accept. */
final class SchemaFormats {
    private SchemaFormats() {}

    static List<Format> all() {
        return List.of(
                new Accepting("lifeboat-duration", SchemaFormats::isDuration),
                new Accepting("lifeboat-positive-duration", SchemaFormats::isPositiveDuration),
                new Accepting("lifeboat-instant", SchemaFormats::isInstant),
                new Accepting("lifeboat-url", SchemaFormats::isUrl),
                new Accepting("lifeboat-control-address", SchemaFormats::isControlAddress),
                new Accepting("lifeboat-secret", SchemaFormats::isSecret),
                new Accepting("lifeboat-json-path", SchemaFormats::isJsonPath));
    }

    private static boolean isDuration(String text) {
        return read(() -> Durations.parse(text)).isPresent();
    }

    private static boolean isPositiveDuration(String text) {
        return read(() -> Durations.parse(text)).filter(Duration::isPositive).isPresent();
    }

    private static boolean isInstant(String text) {
        try {
            return OffsetDateTime.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isUrl(String text) {
        return read(() -> URI.create(text))
                .filter(SchemaFormats::isReachable)
                .filter(uri -> List.of("http", "https").contains(uri.getScheme()))
                .isPresent();
    }

    private static boolean isControlAddress(String text) {
        boolean tcp = read(() -> URI.create(text))
                .filter(SchemaFormats::isReachable)
                .filter(uri -> "tcp".equals(uri.getScheme())
                        && uri.getPort() > 0
                        && uri.getPath().isEmpty())
                .isPresent();
        return tcp || isUrl(text);
    }

    private static boolean isSecret(String text) {
        return read(() -> SecretRef.parse(text, Path.of(""))).isPresent();
    }

    private static boolean isJsonPath(String text) {
        try {
            JsonPath.compile(text);
            return true;
        } catch (InvalidPathException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isReachable(URI uri) {
        return uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= 65_535;
    }

    private static <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private record Accepting(String name, Predicate<String> accepts) implements Format {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return accepts.test(value);
        }
    }
}
