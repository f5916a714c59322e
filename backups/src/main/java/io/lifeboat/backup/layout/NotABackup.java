package io.lifeboat.backup.layout;

import java.io.IOException;

/** A file of a backup does not say what it should: which, and what was expected. */
public final class NotABackup extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;

    public NotABackup(String file, String why) {
        super(why);
        this.file = file;
    }

    public String file() {
        return file;
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
