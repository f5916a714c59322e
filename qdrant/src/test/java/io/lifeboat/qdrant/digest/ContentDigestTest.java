package io.lifeboat.qdrant.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.point.PointId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldNotDependOnTheOrderOfPointsOrKeys(long seed) throws Exception {
        SamplePoints sample = new SamplePoints(seed);
        Collection<ObjectNode> points = sample.points(300).values();

        List<ObjectNode> reordered = new ArrayList<>();
        sample.shuffled(points).forEach(point -> reordered.add(sample.reordered(point)));

        assertThat(digest(reordered)).isEqualTo(digest(points)).hasSameHashCodeAs(digest(points));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldNotDependOnHowItWasReadApart(long seed) throws Exception {
        List<ObjectNode> points = List.copyOf(new SamplePoints(seed).points(300).values());

        ContentDigest apart = digest(points.subList(0, 77)).merge(digest(points.subList(77, 300)));

        assertThat(apart).isEqualTo(digest(points));
        assertThat(apart.count()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldShowAChangedPayloadInItsBucketAlone(long seed) throws Exception {
        SamplePoints sample = new SamplePoints(seed);
        NavigableMap<PointId, ObjectNode> points = sample.points(200);
        ContentDigest before = digest(points.values());
        PointId changed = sample.shuffled(points.keySet()).get(0);

        ((ObjectNode) points.get(changed).at("/payload/deep")).put("flag", "other");

        assertThat(before.diff(digest(points.values()))).containsExactly(Buckets.of(changed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldShowAChangedComponentInItsBucketAlone(long seed) throws Exception {
        SamplePoints sample = new SamplePoints(seed);
        NavigableMap<PointId, ObjectNode> points = sample.points(200);
        ContentDigest before = digest(points.values());
        PointId changed = sample.shuffled(points.keySet()).get(0);
        ArrayNode dense = (ArrayNode) points.get(changed).at("/vector/dense");
        int component = sample.random().nextInt(dense.size());

        dense.set(component, FloatNode.valueOf(dense.get(component).floatValue() * 1.0001f));

        assertThat(before.diff(digest(points.values()))).containsExactly(Buckets.of(changed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldShowADroppedPointInItsBucketAlone(long seed) throws Exception {
        SamplePoints sample = new SamplePoints(seed);
        NavigableMap<PointId, ObjectNode> points = sample.points(200);
        ContentDigest before = digest(points.values());
        PointId dropped = sample.shuffled(points.keySet()).get(0);

        points.remove(dropped);

        assertThat(before.diff(digest(points.values()))).containsExactly(Buckets.of(dropped));
    }

    @Test
    void shouldShowPayloadsThatChangedPlaces() throws Exception {
        NavigableMap<PointId, ObjectNode> points = new SamplePoints(3).points(2);
        ContentDigest before = digest(points.values());
        ObjectNode first = points.firstEntry().getValue();
        ObjectNode last = points.lastEntry().getValue();
        var payload = first.get("payload");

        first.set("payload", last.get("payload"));
        last.set("payload", payload);

        assertThat(before).isNotEqualTo(digest(points.values()));
    }

    @Test
    void shouldCoverNoMoreThanItsLevel() throws Exception {
        NavigableMap<PointId, ObjectNode> points = new SamplePoints(3).points(20);
        List<ContentDigest> before = levels(points.values());
        ObjectNode point = points.firstEntry().getValue();

        ((ObjectNode) point.get("vector")).putArray("dense").add(9);
        assertThat(equalLevels(before, levels(points.values()))).containsExactly(true, true, false);

        ((ObjectNode) point.get("payload")).put("city", "elsewhere");
        assertThat(equalLevels(before, levels(points.values()))).containsExactly(true, false, false);
    }

    @Test
    void shouldTakeNoPayloadForAnEmptyOne() throws Exception {
        assertThat(digest("[{\"id\":1}]")).isEqualTo(digest("[{\"id\":1,\"payload\":{},\"vector\":null}]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"n\":2}             | {\"n\":2.0}",
                "{\"n\":1}             | {\"n\":\"1\"}",
                "{\"n\":null}          | {}",
                "{\"a\":[1,2]}         | {\"a\":[2,1]}"
            })
    void shouldTellPayloadsApart(String one, String other) throws Exception {
        assertThat(digest("[{\"id\":1,\"payload\":" + one + "}]"))
                .isNotEqualTo(digest("[{\"id\":1,\"payload\":" + other + "}]"));
    }

    @Test
    void shouldTellANumberFromAUuidOfTheSameBytes() throws Exception {
        assertThat(digest("[{\"id\":0}]")).isNotEqualTo(digest("[{\"id\":\"00000000-0000-0000-0000-000000000000\"}]"));
    }

    @Test
    void shouldAddModuloTwoToThe256() {
        long[] sum = {-1, -1, -1, -1};

        DigestAccumulator.addWords(sum, 0, new long[] {2, 0, 0, 0}, 0);
        assertThat(sum).containsExactly(1, 0, 0, 0);

        DigestAccumulator.addWords(sum, 0, new long[] {-1, -1, 5, 0}, 0);
        assertThat(sum).containsExactly(0, 0, 6, 0);
    }

    @Test
    void shouldSummariseSmallEnoughForAnEvent() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        SamplePoints sample = new SamplePoints(9);
        NavigableMap<PointId, ObjectNode> points = sample.points(3000);
        DigestSummary before = digest(points.values()).summary();
        PointId dropped = sample.shuffled(points.keySet()).get(0);

        String json = mapper.writeValueAsString(before);
        points.remove(dropped);
        DigestSummary after = digest(points.values()).summary();

        assertThat(json).hasSizeLessThan(16 * 1024);
        assertThat(mapper.readValue(json, DigestSummary.class)).isEqualTo(before);
        assertThat(before.sameContent(after)).isFalse();
        assertThat(before.sameContent(mapper.readValue(json, DigestSummary.class)))
                .isTrue();
        assertThat(before.differingBuckets(after)).containsExactly(Buckets.of(dropped));
        assertThat(after.count()).isEqualTo(2999);
    }

    /** Pinned, and computed once more by an independent program: a changed form would make every baseline differ. */
    @Test
    void shouldStayTheSameBetweenReleases() throws Exception {
        DigestSummary summary = digest("[{\"id\":1,\"payload\":{\"city\":\"Berlin\",\"n\":1},\"vector\":[0.1,0.2]},"
                        + "{\"id\":\"5f0e4c1e-2f41-4a3a-9d57-0f0f0f0f0f0f\",\"payload\":{\"n\":2.5},"
                        + "\"vector\":{\"t\":[1.0],\"s\":{\"indices\":[7,3],\"values\":[0.5,1.5]}}}]")
                .summary();

        assertThat(summary.root()).isEqualTo("bd70424c9fef62465365f461b9780570a5107f2db018dc327769f9907384237a");
    }

    @ParameterizedTest
    @EnumSource(
            value = DigestLevel.class,
            names = {"IDS", "PAYLOAD"})
    void shouldCompareOnlyTheSameLevel(DigestLevel other) {
        ContentDigest vectors = ContentDigest.empty(DigestLevel.VECTORS);
        ContentDigest less = ContentDigest.empty(other);

        assertThatThrownBy(() -> vectors.diff(less)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vectors.merge(less)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vectors.summary().sameContent(less.summary()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vectors.summary().differingBuckets(less.summary()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseAMalformedSummary() {
        DigestSummary good = ContentDigest.empty(DigestLevel.IDS).summary();

        assertThatThrownBy(() -> new DigestSummary(good.level(), -1, good.root(), good.marks()))
                .hasMessageStartingWith("count: expected");
        assertThatThrownBy(() -> new DigestSummary(good.level(), 0, "xyz", good.marks()))
                .hasMessageStartingWith("root: expected");
        assertThatThrownBy(() -> new DigestSummary(good.level(), 0, good.root(), "AAAA"))
                .hasMessageStartingWith("marks: expected");
    }

    private static List<Boolean> equalLevels(List<ContentDigest> before, List<ContentDigest> after) {
        return List.of(
                before.get(0).equals(after.get(0)),
                before.get(1).equals(after.get(1)),
                before.get(2).equals(after.get(2)));
    }

    private static List<ContentDigest> levels(Collection<ObjectNode> points) throws Exception {
        String json = json(points);
        return List.of(
                digest(json, DigestLevel.IDS), digest(json, DigestLevel.PAYLOAD), digest(json, DigestLevel.VECTORS));
    }

    private static ContentDigest digest(Collection<ObjectNode> points) throws Exception {
        return digest(json(points));
    }

    private static String json(Collection<ObjectNode> points) {
        return points.toString();
    }

    private static ContentDigest digest(String json) throws Exception {
        return digest(json, DigestLevel.VECTORS);
    }

    private static ContentDigest digest(String json, DigestLevel level) throws Exception {
        DigestAccumulator accumulator = new DigestAccumulator(level);
        try (JsonParser parser = QdrantJson.factory().createParser(json)) {
            parser.nextToken();
            new PointStream(level, accumulator::add).readList(parser);
        }
        return accumulator.digest();
    }
}
