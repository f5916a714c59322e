package io.lifeboat.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorJournalTest {

    private static final long LIMIT = 1_000;
    private static final CopiedHeaders HEADERS =
            new CopiedHeaders(Optional.of("application/json"), Optional.empty(), Optional.of("the-key"));

    @TempDir
    private Path directory;

    private MirrorJournal open() throws IOException {
        return MirrorJournal.open(directory, LIMIT);
    }

    private static Draft draft(String body) {
        return new Draft(
                Instant.EPOCH,
                "PUT",
                "/collections/docs/points",
                HEADERS,
                Optional.of(Buffer.buffer(body)),
                Optional.empty());
    }

    @Test
    void shouldFindWhatIsOutstandingWhenOpenedAgain() throws IOException {
        try (MirrorJournal journal = open()) {
            Operation applied = journal.append(draft("first"));
            journal.append(draft("second"));
            Operation refused = journal.append(draft("third"));
            Operation withdrawn = journal.append(draft("fourth"));
            journal.settle(applied, MirrorJournal.Outcome.APPLIED, "");
            journal.settle(refused, MirrorJournal.Outcome.REFUSED, "the standby answered 404");
            journal.settle(withdrawn, MirrorJournal.Outcome.UNACKNOWLEDGED, "");
        }

        try (MirrorJournal journal = open()) {
            assertThat(journal.outstanding()).extracting(Operation::number).containsExactly(2L, 3L);
            assertThat(journal.outstanding())
                    .extracting(Operation::obstacle)
                    .containsExactly(Optional.empty(), Optional.of("the standby answered 404"));
            assertThat(journal.body(journal.outstanding().getFirst())).hasToString("second");
            assertThat(journal.append(draft("fifth")).number()).isEqualTo(5);
        }
    }

    @Test
    void shouldDropAnOperationThatWasCutShort() throws IOException {
        Path file = directory.resolve("mirror-operations.bin");
        try (MirrorJournal journal = open()) {
            journal.append(draft("first"));
            journal.append(draft("second"));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 1);
        }

        try (MirrorJournal journal = open()) {
            assertThat(journal.outstanding()).extracting(Operation::number).containsExactly(1L);
            Operation next = journal.append(draft("again"));
            assertThat(journal.body(next)).hasToString("again");
        }
    }

    @Test
    void shouldNoteWithoutABodyWhatDoesNotFitAnyMore() throws IOException {
        try (MirrorJournal journal = open()) {
            Operation operation = journal.append(draft("x".repeat((int) LIMIT + 1)));

            assertThat(operation.obstacle()).contains("journal full");
            assertThat(journal.body(operation).length()).isZero();
            assertThat(journal.outstanding()).hasSize(1);
        }
    }

    @Test
    void shouldKeepNoKeyOnDisk() throws IOException {
        try (MirrorJournal journal = open()) {
            Operation operation = journal.append(draft("body"));

            assertThat(operation.headers().apiKey()).contains("the-key");
            assertThat(operation.toString()).doesNotContain("the-key");
        }
        byte[] disk = Files.readAllBytes(directory.resolve("mirror-operations.bin"));
        assertThat(new String(disk, StandardCharsets.ISO_8859_1))
                .contains("body")
                .doesNotContain("the-key");
    }
}
