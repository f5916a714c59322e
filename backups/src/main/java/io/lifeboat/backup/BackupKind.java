package io.lifeboat.backup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Whether a backup stands for itself. */
public enum BackupKind {
    /** It can be restored alone. */
    FULL,
    /** It holds what changed since the one before it in its chain. */
    INCREMENTAL;

    /** As it stands in a path and in the field's manifest. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such kind */
    @JsonCreator
    public static BackupKind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("kind: expected full or incremental, got '" + text + "'"));
    }

    @Override
    public String toString() {
        return text();
    }
}
