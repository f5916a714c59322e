package io.lifeboat.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficStoreTest {

    private static final Traffic FIRST = Traffic.initial(Target.parse("a:1"));
    private static final Switch MADE =
            new Switch(1, Instant.parse("2026-01-01T00:00:00Z"), FIRST, new Traffic(Target.parse("b:2"), 1, "c"));

    @TempDir
    private Path directory;

    @BeforeEach
    void save() throws IOException {
        try (TrafficStore store = TrafficStore.open(directory, Optional.of(FIRST.target()))) {
            store.save(MADE);
        }
    }

    private TrafficStore open() throws IOException {
        return TrafficStore.open(directory, Optional.empty());
    }

    @Test
    void shouldPutBackTheJournalLineWhenItWasLostAfterTheValue() throws IOException {
        Files.write(directory.resolve("switches.jsonl"), new byte[0]);

        try (TrafficStore store = open()) {
            assertThat(store.journal()).containsExactly(MADE);
        }
    }

    @Test
    void shouldReplaceAJournalLineThatWasCutShort() throws IOException {
        Files.writeString(directory.resolve("switches.jsonl"), "{\"sequence\":1,\"at");

        try (TrafficStore store = open()) {
            assertThat(store.journal()).containsExactly(MADE);
        }
        assertThat(Files.readAllLines(directory.resolve("switches.jsonl"))).hasSize(1);
    }

    @Test
    void shouldKeepOneLineWhenNothingWasLost() throws IOException {
        try (TrafficStore store = open()) {
            assertThat(store.journal()).containsExactly(MADE);
            assertThat(store.current()).isEqualTo(MADE.to());
        }
    }

    @Test
    void shouldIgnoreAValueThatWasNotRenamedYet() throws IOException {
        Files.writeString(directory.resolve("traffic.json.new"), "{\"traffic\":");

        try (TrafficStore store = open()) {
            assertThat(store.current()).isEqualTo(MADE.to());
        }
    }
}
