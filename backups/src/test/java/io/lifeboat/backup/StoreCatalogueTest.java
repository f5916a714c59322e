package io.lifeboat.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.backup.layout.BackupFolder;
import io.lifeboat.backup.seal.ReferencedKeys;
import io.lifeboat.backup.store.LocalStore;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCatalogueTest {
    @TempDir
    private Path root;

    private LocalStore store;
    private StoreCatalogue catalogue;

    @BeforeEach
    void begin() {
        store = new LocalStore(root);
        catalogue = new StoreCatalogue(store, new ReferencedKeys());
    }

    @Test
    void shouldFindWhatWasKeptWhenItIsComplete() throws Exception {
        BackupRecord kept = keep(Samples.record(Samples.full(Samples.NOON), Samples.NOON, null));

        assertThat(catalogue.list(Samples.SHOP).records()).containsExactly(kept);
        assertThat(catalogue.find(kept.id())).contains(kept);
        assertThat(catalogue.open(kept, "docs.snapshot", 2).readAllBytes())
                .asString()
                .isEqualTo("snapshot");
    }

    @Test
    void shouldListTheNewestFirst() throws Exception {
        Instant later = Samples.NOON.plusSeconds(60);
        BackupRecord full = keep(Samples.record(Samples.full(Samples.NOON), Samples.NOON, null));
        BackupRecord link = keep(Samples.record(Samples.incremental(later), later, full.id()));

        assertThat(catalogue.list(Samples.SHOP).records()).containsExactly(link, full);
        assertThat(catalogue.chain(link)).containsExactly(full, link);
    }

    @Test
    void shouldNotShowABackupWhenItsManifestIsNotThereYet() throws Exception {
        BackupRecord kept = keep(Samples.record(Samples.full(Samples.NOON), Samples.NOON, null));
        Files.delete(root.resolve(kept.id().text()).resolve("manifest.json"));

        assertThat(catalogue.list(Samples.SHOP))
                .isEqualTo(new Catalogue.Listing(java.util.List.of(), java.util.List.of()));
    }

    @Test
    void shouldKeepAProofBesideTheRecord() throws Exception {
        BackupRecord kept = keep(Samples.record(Samples.full(Samples.NOON), Samples.NOON, null));
        Proof proof = Samples.proof(kept.id(), true).withSignature("prover", "c2lnbmF0dXJl");

        catalogue.keepProof(proof);

        BackupRecord read = catalogue.find(kept.id()).orElseThrow();
        assertThat(read.proof()).isEqualTo(proof);
        assertThat(read.isProven()).isTrue();
        assertThat(read.withProof(null)).isEqualTo(kept);
    }

    @Test
    void shouldNameTheFileWhenItIsShorterThanItsRecordSays() throws Exception {
        BackupRecord kept = keep(Samples.record(Samples.full(Samples.NOON), Samples.NOON, null));
        Files.writeString(root.resolve(kept.id().text()).resolve("docs.snapshot"), "a sn");

        assertThat(catalogue.list(Samples.SHOP).records()).isEmpty();
        assertThat(catalogue.list(Samples.SHOP).damaged())
                .containsExactly(new Damaged(kept.id().text(), "docs.snapshot", "expected 10 bytes, found 4"));
    }

    @Test
    void shouldNotBelieveARecordThatWasChanged() throws Exception {
        BackupRecord kept = keep(Samples.record(Samples.full(Samples.NOON), Samples.NOON, null));
        Path own = root.resolve(kept.id().text()).resolve("lifeboat.json");
        Files.writeString(own, Files.readString(own).replace("\"pointsAfter\":3", "\"pointsAfter\":4"));

        assertThatThrownBy(() -> catalogue.find(kept.id())).hasMessageContaining("expected SHA-256");
    }

    @Test
    void shouldReadABackupOfAScriptWhenItLiesInTheLayoutOfTheField() throws Exception {
        foreign("shop/qdrant/20260301_130000", Json.sha256(Samples.CONTENT), Samples.CONTENT.length);

        BackupRecord read = catalogue.list(Samples.SHOP).records().getFirst();

        assertThat(read.foreign()).isTrue();
        assertThat(read.id()).isEqualTo(BackupId.parse("shop/qdrant/full/20260301_130000"));
        assertThat(read.taken()).isEqualTo(Samples.NOON);
        assertThat(read.serverVersion()).isEqualTo("1.18.3");
        assertThat(read.failed()).containsExactly("reviews");
        assertThat(read.collection("docs").orElseThrow().couldHold(20_000)).isTrue();
        assertThat(catalogue.open(read, "docs.snapshot", 0).readAllBytes()).isEqualTo(Samples.CONTENT);
    }

    @Test
    void shouldReadTheRecordAsAScriptWouldWhenLifeboatMadeIt() throws Exception {
        BackupRecord kept = keep(Samples.record(Samples.full(Samples.NOON), Samples.NOON, null));
        Path folder = root.resolve(kept.id().text());

        var meta = Json.mapper().readTree(folder.resolve("docs.meta").toFile());
        var manifest = Json.mapper().readTree(folder.resolve("manifest.json").toFile());

        assertThat(meta.path("collection_name").asText()).isEqualTo("docs");
        assertThat(meta.path("snapshot_name").asText()).isEqualTo("docs.snapshot");
        assertThat(meta.path("file_size").asLong()).isEqualTo(10);
        assertThat(meta.path("checksum").asText()).isEqualTo(Json.sha256(Samples.CONTENT));
        assertThat(meta.path("collection_stats").path("points_count").asLong()).isEqualTo(3);
        assertThat(manifest.path("backup_timestamp").asLong()).isEqualTo(Samples.NOON.getEpochSecond());
        assertThat(manifest.path("collections_backed_up").asInt()).isEqualTo(1);
    }

    @Test
    void shouldNameTheMistakeWhenAScriptKeptRubbish() throws Exception {
        foreign("shop/qdrant/full/20260301_130001", "no digest", Samples.CONTENT.length);
        foreign("shop/qdrant/full/20260301_130002", Json.sha256(Samples.CONTENT), 99);
        foreign("shop/qdrant/full/20260301_130003", Json.sha256(Samples.CONTENT), Samples.CONTENT.length);
        Samples.put(store, "shop/qdrant/full/20260301_130003/docs.meta", "<html>502 Bad Gateway</html>");
        foreign("shop/qdrant/full/20260301_130004", Json.sha256(Samples.CONTENT), Samples.CONTENT.length);
        store.delete("shop/qdrant/full/20260301_130004/docs.snapshot");
        foreign("shop/qdrant/full/20260301_130005", Json.sha256(Samples.CONTENT), Samples.CONTENT.length);
        store.delete("shop/qdrant/full/20260301_130005/docs.meta");

        assertThat(catalogue.list(Samples.SHOP).records()).isEmpty();
        assertThat(catalogue.list(Samples.SHOP).damaged())
                .extracting(Damaged::toString)
                .containsExactly(
                        "shop/qdrant/full/20260301_130001/docs.meta: checksum: docs.snapshot: expected 64 lower-case hex"
                                + " digits, got 'no digest'",
                        "shop/qdrant/full/20260301_130002/docs.snapshot: expected 99 bytes, as docs.meta says, found 10",
                        "shop/qdrant/full/20260301_130003/docs.meta: expected JSON, found something else at byte 0",
                        "shop/qdrant/full/20260301_130004/docs.snapshot: expected it beside docs.meta; it is missing",
                        "shop/qdrant/full/20260301_130005/manifest.json: it tells of 1 collections, found .meta files of 0");
    }

    @Test
    void shouldNameTheLinkWhenAChainIsBroken() throws Exception {
        BackupRecord link = keep(Samples.record(
                Samples.incremental(Samples.NOON), Samples.NOON, Samples.full(Samples.NOON.minusSeconds(5))));

        assertThatThrownBy(() -> catalogue.chain(link))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a link is missing: shop/qdrant/full/20260301_115955");
    }

    private BackupRecord keep(BackupRecord backup) throws IOException {
        Samples.put(store, backup.id() + "/docs.snapshot", Samples.CONTENT);
        new BackupFolder(store, backup.id().text()).complete(backup);
        return backup;
    }

    private void foreign(String folder, String checksum, long size) throws IOException {
        Samples.put(store, folder + "/docs.snapshot", Samples.CONTENT);
        Samples.put(store, folder + "/docs.meta", """
                {"collection_name": "docs", "snapshot_name": "docs-1.snapshot", "backup_date": "20260301_130000",
                 "backup_timestamp": 1772366400, "backup_type": "full", "file_size": "%d", "checksum": "%s",
                 "collection_stats": {"points_count": 7, "vectors_count": 0, "status": "green"},
                 "collection_config": {"params": {}}}
                """.formatted(size, checksum));
        Samples.put(store, folder + "/failed_collections.txt", "reviews\n\n");
        Samples.put(store, folder + "/manifest.json", """
                {"backup_type": "full", "backup_date": "20260301_130000", "backup_timestamp": 1772366400,
                 "qdrant_url": "http://127.0.0.1:6333", "qdrant_version": "1.18.3", "collections_backed_up": 1,
                 "collections_failed": 1, "total_size_bytes": 10}
                """);
    }
}
