package io.lifeboat.qdrant.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.Recording;
import io.lifeboat.qdrant.answer.Answer.Refused;
import io.lifeboat.qdrant.answer.Answer.Unreachable;
import io.lifeboat.qdrant.answer.Answer.Unreadable;
import io.lifeboat.qdrant.answer.UnreadableKind;
import io.lifeboat.qdrant.call.Endpoint;
import io.lifeboat.qdrant.digest.DigestOutcome.Complete;
import io.lifeboat.qdrant.digest.DigestOutcome.Failed;
import io.lifeboat.qdrant.point.PointCalls;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.QdrantTransport;
import io.lifeboat.qdrant.transport.RawAnswer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestReaderTest {
    private static final DigestRequest ALL = DigestRequest.whole(DigestLevel.VECTORS);

    private final NavigableMap<PointId, ObjectNode> points = new SamplePoints(11).points(250);
    private final FakeScroll server = new FakeScroll(points, 1000);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 125, 249, 250, 251, 1000})
    void shouldReadTheSameWhateverThePageSize(int limit) throws Exception {
        ContentDigest digest = complete(server, ALL.withPageLimit(limit));

        assertThat(digest.count()).isEqualTo(250);
        assertThat(digest).isEqualTo(complete(server, ALL));
    }

    @ParameterizedTest
    @EnumSource(DigestLevel.class)
    void shouldReadEachLevel(DigestLevel level) throws Exception {
        assertThat(complete(server, DigestRequest.whole(level))).satisfies(digest -> {
            assertThat(digest.level()).isEqualTo(level);
            assertThat(digest.count()).isEqualTo(250);
        });
    }

    @Test
    void shouldAskForEachPageOnce() throws Exception {
        complete(server, ALL.withPageLimit(50));

        assertThat(server.limits()).containsExactly(50, 50, 50, 50, 50);
    }

    @Test
    void shouldNotTrustItsGuessOfTheNextPage() throws Exception {
        String misleading = "{\"result\":{\"next_page_offset\":%s,\"points\":[{\"id\":%d,"
                + "\"payload\":{\"next_page_offset\":99}}]},\"status\":\"ok\"}";
        QdrantTransport liar = request -> {
            String body = request.body().text();
            String page = body.contains("\"offset\":99")
                    ? "garbage"
                    : body.contains("\"offset\":2") ? misleading.formatted("null", 2) : misleading.formatted("2", 1);
            return FakeScroll.answer(200, Body.of(page));
        };

        assertThat(complete(liar, ALL).count()).isEqualTo(2);
    }

    @Test
    @Timeout(60)
    void shouldGiveUpThePageAheadWhenInterrupted() throws Exception {
        Thread caller = Thread.currentThread();
        CountDownLatch givenUp = new CountDownLatch(1);
        QdrantTransport blocking = request -> {
            if (!request.body().text().contains("offset")) {
                return server.exchange(request);
            }
            caller.interrupt();
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("nobody counts down");
            } finally {
                givenUp.countDown();
            }
        };

        assertThatThrownBy(() -> read(blocking, ALL.withPageLimit(50))).isInstanceOf(InterruptedException.class);
        assertThat(givenUp.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void shouldHalveItsPagesWhenStrictModeAllowsLess() throws Exception {
        FakeScroll strict = new FakeScroll(points, 100);

        assertThat(complete(strict, ALL.withPageLimit(1000))).isEqualTo(complete(server, ALL));
        assertThat(strict.limits()).startsWith(1000, 500, 250, 125, 62, 62);
    }

    @Test
    void shouldHalveItsPagesWhenTheyAreTooLarge() throws Exception {
        PointCalls bounded = new QdrantClient(server, endpoint().withMaxBody(20_000)).points("docs");

        DigestOutcome outcome = DigestReader.read(bounded, ALL);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Complete.class,
                        read -> assertThat(read.digest().count()).isEqualTo(250));
        assertThat(server.limits()).startsWith(1000, 500);
    }

    @Test
    void shouldGiveUpWhenOnePointAloneIsTooLarge() throws Exception {
        PointCalls bounded = new QdrantClient(server, endpoint().withMaxBody(50)).points("docs");

        assertThat(DigestReader.read(bounded, ALL))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.why())
                                .isInstanceOfSatisfying(
                                        Unreadable.class,
                                        unreadable ->
                                                assertThat(unreadable.why()).isEqualTo(UnreadableKind.TOO_LARGE)));
        assertThat(server.limits()).endsWith(1);
    }

    @Test
    void shouldReadTheSamePointsOfASampleAndNoOthers() throws Exception {
        NavigableMap<PointId, ObjectNode> inSample = new TreeMap<>(points);
        inSample.keySet().removeIf(id -> Buckets.of(id) >= 256);

        ContentDigest sample = complete(server, ALL.withPageLimit(40).sampling(256));

        assertThat(sample.count()).isEqualTo(inSample.size()).isBetween(30L, 100L);
        assertThat(sample).isEqualTo(complete(new FakeScroll(inSample, 1000), ALL));
    }

    @Test
    void shouldReadTheRecordedPageOfARealServer() throws Exception {
        RawAnswer page = Recording.of("05-points").answer("POST", "/collections/named/points/scroll");

        assertThat(complete(request -> page, ALL).count()).isEqualTo(1);
    }

    @Test
    void shouldReadNothingOfAnEmptyCollection() throws Exception {
        RawAnswer none = FakeScroll.answer(
                200, Body.of("{\"result\":{\"points\":[],\"next_page_offset\":null},\"status\":\"ok\"}"));

        assertThat(complete(request -> none, ALL)).isEqualTo(ContentDigest.empty(DigestLevel.VECTORS));
    }

    @Test
    void shouldStopAtTheFailureOfAPage() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        QdrantTransport failing = request -> calls.incrementAndGet() < 3
                ? server.exchange(request)
                : new RawAnswer.None(RawAnswer.Cause.RESET, "gone");

        assertThat(read(failing, ALL.withPageLimit(50))).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.why()).isEqualTo(new Unreachable<>(RawAnswer.Cause.RESET, "gone"));
            assertThat(failed.pagesRead()).isEqualTo(2);
            assertThat(failed.at()).contains(new ArrayList<>(points.keySet()).get(100));
        });
    }

    @Test
    void shouldStopWhenASampleCannotBeRetrieved() throws Exception {
        RawAnswer refused = Recording.of("33-recovery-mode").answer("POST", "/collections/a/points/count");
        QdrantTransport failing =
                request -> request.path().path().endsWith("/scroll") ? server.exchange(request) : refused;

        assertThat(read(failing, ALL.sampling(512)))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.why()).isInstanceOf(Refused.class));
    }

    @Test
    @Timeout(60)
    void shouldStopWhenTheServerSendsItInCircles() throws Exception {
        RawAnswer circle = FakeScroll.answer(
                200, Body.of("{\"result\":{\"points\":[{\"id\":5}],\"next_page_offset\":5},\"status\":\"ok\"}"));

        assertThat(read(request -> circle, ALL)).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.why().summary()).contains("would begin at 5, not after this one");
            assertThat(failed.pagesRead()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result\":{\"points\":[{\"id\":5},",
                "{\"result\":{\"points\":[{\"payload\":{}}]},\"status\":\"ok\"}",
                "{\"result\":{\"points\":[{\"id\":-5}]},\"status\":\"ok\"}",
                "{\"result\":{\"points\":[{\"id\":\"x\"}]},\"status\":\"ok\"}",
                "{\"result\":{\"points\":[5]},\"status\":\"ok\"}",
                "{\"result\":{\"points\":5},\"status\":\"ok\"}",
                "{\"result\":{},\"status\":\"ok\"}",
                "{\"result\":[],\"status\":\"ok\"}",
                "<html>"
            })
    void shouldGiveNoDigestOfGarbage(String garbage) throws Exception {
        assertThat(read(request -> FakeScroll.answer(200, Body.of(garbage)), ALL))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.why()).isInstanceOf(Unreadable.class));
    }

    @Test
    void shouldRefuseAnImpossibleRequest() {
        for (int limit : List.of(0, 100_001)) {
            assertThatThrownBy(() -> ALL.withPageLimit(limit)).hasMessageStartingWith("pageLimit: expected");
        }
        for (int buckets : List.of(0, 1025)) {
            assertThatThrownBy(() -> ALL.sampling(buckets)).hasMessageStartingWith("sampledBuckets: expected");
        }
    }

    private static ContentDigest complete(QdrantTransport transport, DigestRequest request) throws Exception {
        return ((Complete) read(transport, request)).digest();
    }

    private static DigestOutcome read(QdrantTransport transport, DigestRequest request) throws Exception {
        return DigestReader.read(new QdrantClient(transport, endpoint()).points("docs"), request);
    }

    private static Endpoint endpoint() {
        return Endpoint.of(URI.create("http://127.0.0.1:6333"));
    }
}
