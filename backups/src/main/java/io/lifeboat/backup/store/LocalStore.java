package io.lifeboat.backup.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A folder on this machine or on a network file system. Symbolic links below its root are not followed. */
public final class LocalStore implements BackupStore {
    /** A file under this suffix is not whole yet. */
    static final String UNFINISHED = ".part";

    private final Path root;

    public LocalStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return root.toString();
    }

    @Override
    public List<Entry> list(String folder) throws IOException {
        List<Entry> found = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(path(folder))) {
            for (Path child : children) {
                String name = String.valueOf(child.getFileName());
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    found.add(new Entry(name, true, 0));
                } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS) && !name.endsWith(UNFINISHED)) {
                    found.add(new Entry(name, false, Files.size(child)));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        found.sort(Comparator.comparing(Entry::name));
        return found;
    }

    @Override
    public boolean claim(String folder) throws IOException {
        Path wanted = path(folder);
        Files.createDirectories(wanted.getParent());
        try {
            Files.createDirectory(wanted);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    @Override
    public InputStream open(String path, long from) throws IOException {
        FileChannel channel = FileChannel.open(path(path), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try {
            return Channels.newInputStream(channel.position(from));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public Writing write(String path) throws IOException {
        Path wanted = path(path);
        Files.createDirectories(wanted.getParent());
        return new LocalWriting(wanted, wanted.resolveSibling(wanted.getFileName() + UNFINISHED));
    }

    @Override
    public void delete(String path) throws IOException {
        Files.deleteIfExists(path(path));
    }

    /** The manifest goes first: a folder half deleted is no backup. */
    @Override
    public void deleteFolder(String folder) throws IOException {
        Path top = path(folder);
        if (!Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.deleteIfExists(top.resolve("manifest.json"));
        try (Stream<Path> all = Files.walk(top)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    @Override
    public OptionalLong room() throws IOException {
        Path there = root;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return OptionalLong.of(Files.getFileStore(there).getUsableSpace());
    }

    private Path path(String relative) {
        Path wanted = root;
        for (String name : relative.isEmpty() ? new String[0] : relative.split("/", -1)) {
            if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("path in a store: expected plain names, got '" + relative + "'");
            }
            wanted = wanted.resolve(name);
        }
        return wanted;
    }
}
