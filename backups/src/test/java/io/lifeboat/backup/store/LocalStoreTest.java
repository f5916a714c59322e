package io.lifeboat.backup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStoreTest extends BackupStoreContract {
    @TempDir
    private Path root;

    private LocalStore store;

    @BeforeEach
    void begin() {
        store = new LocalStore(root);
    }

    @Override
    protected BackupStore store() {
        return store;
    }

    @Test
    void shouldGoOnWhereItStoppedWhenAWriterDied() throws Exception {
        // given
        try (Writing writing = store.write("a/file")) {
            writing.write(bytes("abc"));
        }

        // when
        try (Writing again = store.write("a/file")) {
            assertThat(again.begun()).isEqualTo(3);
            assertThat(again.leftover().readAllBytes()).isEqualTo(bytes("abc"));
            again.write(bytes("def"));
            again.commit();
        }

        // then
        assertThat(store.open("a/file", 0).readAllBytes()).isEqualTo(bytes("abcdef"));
    }

    @Test
    void shouldNotFollowLinksWhenSomebodyPutThemThere() throws Exception {
        Path secret = Files.writeString(root.resolve("secret"), "secret");
        Files.createDirectory(root.resolve("a"));
        Files.createSymbolicLink(root.resolve("a/link"), secret);

        assertThat(store.list("a")).isEmpty();
        assertThatThrownBy(() -> store.open("a/link", 0)).isInstanceOf(java.io.IOException.class);
    }

    @Test
    void shouldTellItsRoomWhenItsFolderIsNotThereYet() throws Exception {
        assertThat(new LocalStore(root.resolve("x/y")).room().orElseThrow()).isPositive();
    }
}
