package io.lifeboat.backup;

import java.util.Objects;

/**
 * A folder that says it is a backup and is none.
 *
 * @param folder within the store
 * @param file that is wrong
 * @param why what stood there and what was expected
 */
public record Damaged(String folder, String file, String why) {
    public Damaged {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(why, "why");
    }

    @Override
    public String toString() {
        return folder + "/" + file + ": " + why;
    }
}
