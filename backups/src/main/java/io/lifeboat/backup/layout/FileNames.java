package io.lifeboat.backup.layout;

import io.lifeboat.events.serde.Json;
import java.nio.charset.StandardCharsets;

/** What a collection's files are called. */
public final class FileNames {
    /** File systems allow 255 bytes; suffixes take the rest. */
    private static final int MOST_BYTES = 200;

    private FileNames() {}

    /** A collection's name as it is, as the field has it, unless it is too long or no plain name. */
    public static String of(String collection) {
        byte[] bytes = collection.getBytes(StandardCharsets.UTF_8);
        boolean plain =
                bytes.length <= MOST_BYTES && collection.chars().noneMatch(c -> c == '/' || c == '\\' || c < ' ');
        return plain ? collection : "collection-" + Json.sha256(bytes).substring(0, 32);
    }

    public static String snapshot(String collection) {
        return of(collection) + ".snapshot";
    }

    public static String shard(String collection, long shard) {
        return of(collection) + ".shard-" + shard + ".snapshot";
    }

    public static String partial(String collection, long shard) {
        return of(collection) + ".shard-" + shard + ".partial";
    }

    /** The segment manifest from which the next link of a chain goes on. */
    public static String versions(String collection, long shard) {
        return of(collection) + ".shard-" + shard + ".versions.json";
    }
}
