package io.lifeboat.qdrant.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.qdrant.Recording;
import io.lifeboat.qdrant.answer.Answer.Accepted;
import io.lifeboat.qdrant.answer.Answer.Failure;
import io.lifeboat.qdrant.answer.Answer.Ok;
import io.lifeboat.qdrant.answer.Answer.Refused;
import io.lifeboat.qdrant.answer.Answer.Unreachable;
import io.lifeboat.qdrant.answer.Answer.Unreadable;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.RawAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerParserTest {
    private static final String JSON = "application/json";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            01-service-endpoints         | GET    | /nope                                    | 0 | UNKNOWN_ROUTE
            02-auth                      | GET    | /collections                             | 0 | UNAUTHORIZED
            02-auth                      | GET    | /nope                                    | 0 | UNAUTHORIZED
            02-auth                      | PUT    | /collections/a                           | 0 | FORBIDDEN
            02-auth                      | POST   | /collections/a/snapshots/upload?priority=snapshot | 0 | FORBIDDEN
            03-collection-lifecycle      | PUT    | /collections/a                           | 1 | ALREADY_EXISTS
            03-collection-lifecycle      | PUT    | /collections/bad                         | 0 | VALIDATION
            03-collection-lifecycle      | PUT    | /collections/bad                         | 2 | BAD_INPUT
            03-collection-lifecycle      | GET    | /collections/nope                        | 0 | NOT_FOUND
            05-points                    | PUT    | /collections/a/points?wait=true          | 1 | BAD_INPUT
            05-points                    | POST   | /collections/a/points/scroll             | 1 | VALIDATION
            05-points                    | GET    | /collections/a/points/99                 | 0 | NOT_FOUND
            06-aliases                   | POST   | /collections/aliases                     | 2 | ALREADY_EXISTS
            06-aliases                   | PUT    | /collections/live                        | 0 | BAD_INPUT
            28-cluster-calls-on-standalone | POST | /collections/a/cluster                   | 0 | STANDALONE
            28-cluster-calls-on-standalone | DELETE | /cluster/peer/1                        | 0 | STANDALONE
            28-cluster-calls-on-standalone | POST | /cluster/recover                         | 0 | STANDALONE
            28-cluster-calls-on-standalone | GET  | /cluster/telemetry                       | 0 | INTERNAL
            31-strict-mode-fence         | PUT    | /collections/a/points?wait=true          | 1 | RATE_LIMITED
            31-strict-mode-fence         | POST   | /collections/a/points/scroll             | 0 | LIMIT_EXCEEDED
            32-delete-collection         | GET    | /collections/a/snapshots/${snapshot7}    | 0 | NOT_FOUND
            33-recovery-mode             | GET    | /collections/a                           | 0 | INTERNAL
            """)
    void shouldTellTheKindOfARecordedRefusal(String name, String method, String path, int n, RefusalKind kind) {
        RawAnswer.Whole recorded = Recording.of(name).answer(method, path, n);

        assertThat(parsed(recorded)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.status()).isEqualTo(recorded.status());
        });
    }

    static Stream<Recording.Step> everyStep() {
        return Stream.of(
                        "01-service-endpoints",
                        "02-auth",
                        "03-collection-lifecycle",
                        "04-create-from-reported-config",
                        "05-points",
                        "06-aliases",
                        "08-snapshot-recover-new-name",
                        "11-snapshot-upload",
                        "26-telemetry",
                        "28-cluster-calls-on-standalone",
                        "31-strict-mode-fence",
                        "32-delete-collection",
                        "33-recovery-mode",
                        "44-alias-compare-and-set")
                .flatMap(name -> Recording.of(name).steps().stream())
                .filter(step -> step.answer().contentType().filter(JSON::equals).isPresent()
                        || step.answer().status() != 200);
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void shouldReadEveryRecordedAnswer(Recording.Step step) {
        Answer<Boolean> answer = parsed(step.answer());

        if (step.path().equals("/")) {
            assertThat(answer).isInstanceOf(Unreadable.class);
        } else if (step.answer().status() == 200) {
            assertThat(answer).isEqualTo(new Ok<>(true, 200));
        } else if (step.answer().status() == 202) {
            assertThat(answer).isEqualTo(new Accepted<>());
        } else {
            assertThat(answer).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"60,60", "' 5 ',5", "none,none", "'Wed, 21 Oct 2026 07:28:00 GMT',none", "-1,none"})
    void shouldTellHowLongToWaitWhenRateLimited(String header, Long seconds) {
        RawAnswer.Whole recorded =
                Recording.of("31-strict-mode-fence").answer("PUT", "/collections/a/points?wait=true", 1);
        assertThat(recorded.retryAfter()).contains("60");

        Refused<Boolean> refused = (Refused<Boolean>)
                parsed(new RawAnswer.Whole(429, recorded.contentType(), Optional.ofNullable(header), recorded.body()));

        assertThat(refused.retryAfter()).isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }

    @Test
    void shouldKeepTheServersWordsInTheSummary() {
        Failure<Boolean> failure = (Failure<Boolean>)
                parsed(Recording.of("33-recovery-mode").answer("POST", "/collections/a/points/count"));

        assertThat(failure.summary()).startsWith("refused with 500 INTERNAL: ").contains("under repair");
    }

    @Test
    void shouldTellAlreadyInProgressFromOtherUnavailability() {
        assertThat(parsed(json(503, "{\"status\":\"already_in_progress\",\"time\":0.0}")))
                .isEqualTo(refused(RefusalKind.ALREADY_IN_PROGRESS, 503, "already_in_progress"));
        assertThat(parsed(json(503, "{\"status\":{\"error\":\"Shard temporarily unavailable: x\"},\"time\":0.0}")))
                .isEqualTo(refused(RefusalKind.UNAVAILABLE, 503, "Shard temporarily unavailable: x"));
    }

    @ParameterizedTest
    @CsvSource({"405,STANDALONE", "408,TIMEOUT", "507,INSUFFICIENT_STORAGE"})
    void shouldTellTheKindsThatWereNotRecorded(int status, RefusalKind kind) {
        assertThat(parsed(json(status, "{\"status\":{\"error\":\"why\"},\"time\":0.0}")))
                .isEqualTo(refused(kind, status, "why"));
    }

    @Test
    void shouldTellAcceptedWhenThereIsNoResult() {
        assertThat(parsed(json(202, "{\"status\":\"accepted\",\"time\":0.1}"))).isEqualTo(new Accepted<>());
    }

    static List<List<Object>> unreadable() {
        return List.of(
                List.of(
                        whole(200, "text/html; charset=utf-8", "<html><body>Log in</body></html>"),
                        UnreadableKind.HTML),
                List.of(whole(502, "text/plain", "<!DOCTYPE html><h1>Bad gateway</h1>"), UnreadableKind.HTML),
                List.of(json(200, "{\"result\":{\"coll"), UnreadableKind.HALF_JSON),
                List.of(json(200, "{\"result\":true,\"status\":\"ok\""), UnreadableKind.HALF_JSON),
                List.of(json(500, "{\"status\":{\"err"), UnreadableKind.HALF_JSON),
                List.of(json(200, "hello"), UnreadableKind.NOT_JSON),
                List.of(whole(200, "text/plain", "all good"), UnreadableKind.NOT_JSON),
                List.of(json(200, ""), UnreadableKind.WRONG_SHAPE),
                List.of(json(200, "[]"), UnreadableKind.WRONG_SHAPE),
                List.of(json(200, "{\"status\":\"ok\",\"time\":0.1}"), UnreadableKind.WRONG_SHAPE),
                List.of(json(200, "{\"result\":null,\"status\":\"ok\"}"), UnreadableKind.WRONG_SHAPE),
                List.of(json(200, "{\"result\":true}"), UnreadableKind.WRONG_SHAPE),
                List.of(json(200, "{\"result\":true,\"status\":{\"error\":\"x\"}}"), UnreadableKind.WRONG_SHAPE),
                List.of(json(200, "{\"result\":true,\"status\":\"ok\"}{}"), UnreadableKind.WRONG_SHAPE),
                List.of(json(500, "{\"message\":\"no\"}"), UnreadableKind.WRONG_SHAPE),
                List.of(whole(502, "text/plain", "Bad Gateway"), UnreadableKind.UNEXPECTED_STATUS),
                List.of(whole(302, "text/plain", ""), UnreadableKind.UNEXPECTED_STATUS),
                List.of(
                        new RawAnswer.Broken(200, Optional.of(JSON), RawAnswer.Damage.TOO_LARGE, Body.of("{\"a")),
                        UnreadableKind.TOO_LARGE),
                List.of(
                        new RawAnswer.Broken(200, Optional.of(JSON), RawAnswer.Damage.CUT_SHORT, Body.of("{\"a")),
                        UnreadableKind.CUT_SHORT));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void shouldTellWhatIsWrongWhenItCannotBeRead(List<Object> row) {
        assertThat(parsed((RawAnswer) row.get(0)))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.why()).isEqualTo(row.get(1)));
    }

    @Test
    void shouldNameTheMissingFieldWhenTheShapeIsWrong() {
        Answer<Long> answer = AnswerParser.envelope(
                json(200, "{\"result\":{\"cnt\":1},\"status\":\"ok\"}"),
                ResultReader.ofFields(fields -> fields.number("count")));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.detail()).isEqualTo("result.count: expected a value"));
    }

    @ParameterizedTest
    @CsvSource({"1.5", "'\"1\"'", "99999999999999999999", "true"})
    void shouldNotTakeAnythingButAnIntegerForACount(String value) {
        Answer<Long> answer = AnswerParser.envelope(
                json(200, "{\"result\":{\"count\":" + value + "},\"status\":\"ok\"}"),
                ResultReader.ofFields(fields -> fields.number("count")));

        assertThat(answer).isInstanceOf(Unreadable.class);
    }

    @Test
    void shouldCiteNoMoreThanABeginningOnOneLine() {
        Unreadable<Boolean> unreadable =
                (Unreadable<Boolean>) parsed(whole(200, "text/html", "<html>\n\u0007" + "x".repeat(10_000)));

        assertThat(unreadable.excerpt())
                .hasSizeLessThan(210)
                .startsWith("<html> xxx")
                .doesNotContain("\n");
    }

    @Test
    void shouldTellThatNothingCame() {
        assertThat(parsed(new RawAnswer.None(RawAnswer.Cause.REFUSED, "nobody listens")))
                .isEqualTo(new Unreachable<>(RawAnswer.Cause.REFUSED, "nobody listens"));
    }

    @Test
    void shouldNotTakeJsonForTheTextOfAHealthCall() {
        assertThat(AnswerParser.text(json(200, "{}"))).isInstanceOf(Unreadable.class);
        assertThat(AnswerParser.text(whole(503, "text/plain", "some shards are not ready")))
                .isEqualTo(new Refused<>(RefusalKind.UNAVAILABLE, 503, "some shards are not ready", Optional.empty()));
    }

    private static Answer<Boolean> parsed(RawAnswer raw) {
        return AnswerParser.envelope(raw, parser -> {
            parser.skipChildren();
            return true;
        });
    }

    private static Refused<Boolean> refused(RefusalKind kind, int status, String message) {
        return new Refused<>(kind, status, message, Optional.empty());
    }

    private static RawAnswer.Whole json(int status, String body) {
        return whole(status, JSON, body);
    }

    private static RawAnswer.Whole whole(int status, String contentType, String body) {
        return new RawAnswer.Whole(status, Optional.of(contentType), Optional.empty(), Body.of(body));
    }
}
