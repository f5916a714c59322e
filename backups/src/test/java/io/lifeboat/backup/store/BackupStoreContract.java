package io.lifeboat.backup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.backup.Samples;
import io.lifeboat.backup.store.BackupStore.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store must do. */
public abstract class BackupStoreContract {

    /** An empty one. */
    protected abstract BackupStore store() throws IOException;

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void shouldGiveBackWhatWasWrittenWhenItWasCommitted() throws Exception {
        byte[] large = new byte[11 * 1024 * 1024 + 7];
        new Random(7).nextBytes(large);

        Samples.put(store(), "a/b/file", large);

        assertThat(store().open("a/b/file", 0).readAllBytes()).isEqualTo(large);
        assertThat(store().open("a/b/file", large.length - 5).readAllBytes())
                .isEqualTo(java.util.Arrays.copyOfRange(large, large.length - 5, large.length));
        assertThat(store().list("a/b")).containsExactly(new Entry("file", false, large.length));
    }

    @Test
    void shouldShowNothingWhenItWasNotCommitted() throws Exception {
        try (Writing writing = store().write("a/file")) {
            writing.write(bytes("abc"));
        }

        assertThat(store().list("a")).isEmpty();
        assertThatThrownBy(() -> store().open("a/file", 0)).isInstanceOf(IOException.class);
    }

    @Test
    void shouldBeginAnewWhenToldTo() throws Exception {
        try (Writing writing = store().write("a/file")) {
            writing.write(bytes("abc"));
            writing.restart();
            writing.write(bytes("de"));
            writing.commit();
        }

        assertThat(store().open("a/file", 0).readAllBytes()).isEqualTo(bytes("de"));
    }

    @Test
    void shouldReplaceWhenTheFileIsThere() throws Exception {
        Samples.put(store(), "a/file", "one");
        Samples.put(store(), "a/file", "two");

        assertThat(store().open("a/file", 0).readAllBytes()).isEqualTo(bytes("two"));
    }

    @Test
    void shouldClaimAFolderOnce() throws Exception {
        assertThat(store().claim("a/b/20260301_120000")).isTrue();
        assertThat(store().claim("a/b/20260301_120000")).isFalse();
    }

    @Test
    void shouldListFoldersAndFilesByName() throws Exception {
        Samples.put(store(), "a/z/file", "1");
        Samples.put(store(), "a/c", "1");

        assertThat(store().list("a")).containsExactly(new Entry("c", false, 1), new Entry("z", true, 0));
        assertThat(store().list("nothing/here")).isEmpty();
    }

    @Test
    void shouldDeleteAFolderWithAllThatIsInIt() throws Exception {
        Samples.put(store(), "a/b/manifest.json", "{}");
        Samples.put(store(), "a/b/c/file", "1");
        try (Writing unfinished = store().write("a/b/half")) {
            unfinished.write(1);
        }

        store().deleteFolder("a/b");
        store().deleteFolder("a/never");

        assertThat(store().list("a/b")).isEmpty();
        assertThat(store().claim("a/b")).isTrue();
    }

    @Test
    void shouldBeDoneWhenTheFileToDeleteIsNotThere() throws Exception {
        Samples.put(store(), "a/file", "1");
        store().delete("a/file");
        store().delete("a/file");

        assertThat(store().list("a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../file", "a/../../file", "/etc/passwd", "a//b", "a/./b"})
    void shouldRefusePathsThatLeadElsewhere(String path) {
        assertThatThrownBy(() -> store().open(path, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().write(path)).isInstanceOf(IllegalArgumentException.class);
    }
}
