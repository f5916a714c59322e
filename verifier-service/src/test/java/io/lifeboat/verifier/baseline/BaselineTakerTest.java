package io.lifeboat.verifier.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.qdrant.alias.AliasAction;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.verifier.fixture.Shop;
import io.lifeboat.verifier.fixture.Sites;
import io.lifeboat.verifier.fixture.TestSettings;
import io.lifeboat.verifier.fixture.Verifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTakerTest {

    @TempDir
    Path folder;

    private Sites sites;

    @BeforeEach
    void start() throws Exception {
        sites = new Sites(folder);
    }

    @AfterEach
    void stop() throws Exception {
        sites.close();
    }

    @Test
    void shouldRecordAllCollectionsWhenNoneIsConfigured() throws Exception {
        BaselineRecorded baseline = verifier("").recordBaseline();

        assertThat(baseline.collections()).extracting(CollectionBaseline::name).containsExactly("archive", "docs");
        CollectionBaseline archive = baseline.collections().getFirst();
        assertThat(archive.count()).isEqualTo(Sites.ARCHIVE);
        assertThat(archive.digest()).hasSize(64);
        assertThat(archive.writeMark()).contains("blue=", "green=");
        assertThat(archive.knownPoints()).hasSize(16);
        assertThat(archive.golden()).hasSize(3);
        assertThat(archive.golden().getFirst().ids()).hasSize(10);
    }

    @Test
    void shouldRecordTheConfiguredCollectionsAloneWhenSomeAre() throws Exception {
        BaselineRecorded baseline =
                verifier("    collections: [{name: archive, golden: 1}]\n").recordBaseline();

        assertThat(baseline.collections()).extracting(CollectionBaseline::name).containsExactly("archive");
        assertThat(baseline.collections().getFirst().golden()).hasSize(1);
    }

    @Test
    void shouldTakeNoDigestWhenTheCollectionIsBeingWrittenTo() throws Exception {
        Verifier verifier = verifier("");
        verifier.look();
        sites.write("docs", 7, "rewritten");

        BaselineRecorded baseline = verifier.look().orElseThrow();

        CollectionBaseline docs = baseline.collections().get(1);
        assertThat(docs.digest()).isNull();
        assertThat(docs.writeMark()).isNull();
        assertThat(baseline.collections().getFirst().digest()).isNotNull();
    }

    @Test
    void shouldTakeNoDigestWhenTheCollectionIsLarge() throws Exception {
        Verifier verifier = new Verifier(
                sites,
                Shop.config(folder, sites, ""),
                TestSettings.of(Map.of("lifeboat.verifier.baseline.digest-points", "50")));

        BaselineRecorded baseline = verifier.recordBaseline();

        assertThat(baseline.collections().get(0).digest()).isNull();
        assertThat(baseline.collections().get(1).digest()).isNotNull();
    }

    @Test
    void shouldRecordAgainWhenContentChangedAndIsQuiet() throws Exception {
        Verifier verifier = verifier("");
        verifier.recordBaseline();
        sites.write("docs", 1000, "new");

        boolean atOnce = verifier.look().isPresent();
        BaselineRecorded again = verifier.look().orElseThrow();

        assertThat(atOnce).isFalse();
        assertThat(again.collections().get(1).count()).isEqualTo(Sites.DOCS + 1);
    }

    @Test
    void shouldRecordAtOnceWhenUsersDeletedPoints() throws Exception {
        Verifier verifier = verifier("");
        verifier.recordBaseline();
        sites.users().points("docs").delete(List.of(PointId.of(7)));

        BaselineRecorded again = verifier.look().orElseThrow();

        assertThat(again.collections().get(1).count()).isEqualTo(Sites.DOCS - 1);
    }

    @Test
    void shouldRecordPayloadSchemaAndAliasesWhenThereAreSome() throws Exception {
        sites.index("docs", "title", "keyword");
        sites.alias("books", "docs");

        BaselineRecorded baseline = verifier("").recordBaseline();

        assertThat(baseline.aliases()).isEqualTo(Map.of("books", "docs"));
        assertThat(baseline.collections().get(0).payloadSchema()).isEmpty();
        assertThat(baseline.collections().get(1).payloadSchema())
                .isEqualTo(Map.of("title", Arguments.of("type", "keyword")));
    }

    @Test
    void shouldRecordAtOnceWhenAnIndexWasDroppedOfACollectionThatIsWrittenTo() throws Exception {
        sites.index("docs", "title", "keyword");
        Verifier verifier = verifier("");
        verifier.recordBaseline();
        sites.client(sites.blue.url()).collections().deleteIndex("docs", "title");

        BaselineRecorded again = verifier.look().orElseThrow();

        assertThat(again.collections().get(1).payloadSchema()).isEmpty();
    }

    @Test
    void shouldRecordAtOnceWhenAnAliasWasDropped() throws Exception {
        sites.alias("books", "docs");
        Verifier verifier = verifier("");
        verifier.recordBaseline();
        sites.client(sites.blue.url()).aliases().update(List.of(new AliasAction.Delete("books")));

        BaselineRecorded again = verifier.look().orElseThrow();

        assertThat(again.aliases()).isEmpty();
    }

    @Test
    void shouldRecordNothingWhenNothingHasChanged() throws Exception {
        Verifier verifier = verifier("");
        verifier.recordBaseline();

        assertThat(verifier.look()).isEmpty();
    }

    @Test
    void shouldRecordNothingWhenARecoveryIsRunning() throws Exception {
        Verifier verifier = verifier("");
        verifier.log.open(Instant.now());

        verifier.look();

        assertThat(verifier.look()).isEmpty();
    }

    @Test
    void shouldRecordNothingWhenAShardCouldNotBeLoaded() throws Exception {
        Verifier verifier = verifier("");
        sites.fault(sites.blue, "dummy-shard");

        verifier.look();

        assertThat(verifier.look()).isEmpty();
    }

    @Test
    void shouldRecordNothingWhenTheActiveSiteIsSilent() throws Exception {
        Verifier verifier = verifier("");
        sites.blue.close();

        verifier.look();

        assertThat(verifier.look()).isEmpty();
    }

    private Verifier verifier(String collections) throws Exception {
        return new Verifier(sites, Shop.config(folder, sites, collections));
    }
}
