package io.lifeboat.backup.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;

/**
 * A place for files by path: names separated by {@code /}, none of which is {@code .} or {@code ..}. A file is there whole or
 * not at all. Thread-safe, but for one writer a path.
 */
public interface BackupStore {

    /** What people call it, such as its folder. No secrets. */
    String name();

    /** What lies directly in a folder, by name; nothing if there is no such folder. Unfinished files are not listed. */
    List<Entry> list(String folder) throws IOException;

    /**
     * Makes a folder one's own.
     *
     * @return false if it is there already
     */
    boolean claim(String folder) throws IOException;

    /**
     * A file from an offset to its end.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    InputStream open(String path, long from) throws IOException;

    /** Begins or goes on writing a file, which appears when it is committed and replaces what was there. */
    Writing write(String path) throws IOException;

    /** Removes a file, if it is there. */
    void delete(String path) throws IOException;

    /** Removes a folder with all that is in it, unfinished files too. */
    void deleteFolder(String folder) throws IOException;

    /** Bytes that can still be written, where that can be told. */
    OptionalLong room() throws IOException;

    /**
     * A file or a folder.
     *
     * @param bytes of a file; 0 for a folder
     */
    record Entry(String name, boolean isFolder, long bytes) {}
}
