package io.lifeboat.workspaces.config;

/**
 * A collection that must be there after a recovery.
 *
 * @param golden number of queries whose answers are recorded while healthy, 0 to 100; 3 unless said otherwise
 * @param writeCanary whether Lifeboat may write and delete a point of its own in it
 */
public record ProtectedCollection(String name, int golden, boolean writeCanary) {
    public static final int DEFAULT_GOLDEN = 3;

    public ProtectedCollection {
        Checks.text("name", name);
        Checks.within("golden", golden, 0, 100);
    }
}
