package io.lifeboat.restore.backup;

import io.lifeboat.backup.store.BackupStore;
import io.lifeboat.backup.store.LocalStore;
import io.lifeboat.backup.store.Writing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** A store on a disk that is full: folders can be made, and nothing can be written into them. */
record FullStore(BackupStore disk) implements BackupStore {
    FullStore(Path root) {
        this(new LocalStore(root));
    }

    @Override
    public String name() {
        return disk.name();
    }

    @Override
    public List<Entry> list(String folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public boolean claim(String folder) throws IOException {
        return disk.claim(folder);
    }

    @Override
    public InputStream open(String path, long from) throws IOException {
        return disk.open(path, from);
    }

    @Override
    public Writing write(String path) throws IOException {
        throw new IOException("No space left on device");
    }

    @Override
    public void delete(String path) throws IOException {
        disk.delete(path);
    }

    @Override
    public void deleteFolder(String folder) throws IOException {
        disk.deleteFolder(folder);
    }

    @Override
    public OptionalLong room() throws IOException {
        return disk.room();
    }
}
