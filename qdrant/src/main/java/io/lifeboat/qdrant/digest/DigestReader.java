package io.lifeboat.qdrant.digest;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.Answer.Accepted;
import io.lifeboat.qdrant.answer.Answer.Failure;
import io.lifeboat.qdrant.answer.Answer.Ok;
import io.lifeboat.qdrant.answer.Answer.Refused;
import io.lifeboat.qdrant.answer.Answer.Unreachable;
import io.lifeboat.qdrant.answer.Answer.Unreadable;
import io.lifeboat.qdrant.answer.AnswerParser;
import io.lifeboat.qdrant.answer.RefusalKind;
import io.lifeboat.qdrant.answer.UnreadableKind;
import io.lifeboat.qdrant.digest.DigestOutcome.Complete;
import io.lifeboat.qdrant.digest.DigestOutcome.Failed;
import io.lifeboat.qdrant.point.PointCalls;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.point.ScrollRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a collection's digest page by page. It holds two pages at most (the next one is
 * fetched while this one is digested), and can be ended by interrupting its thread.
 * Each page has the endpoint's time-out. Not thread-safe: one reader a reading.
 */
public final class DigestReader {
    private final PointCalls points;
    private final PageSource pages;
    private final DigestRequest request;
    private final DigestAccumulator accumulator;
    private final PointStream content;
    private final PointStream idsOfSample;
    private final List<PointId> sampled = new ArrayList<>();
    private int limit;
    private int read;

    private DigestReader(PointCalls points, DigestRequest request, PageSource pages) {
        this.points = points;
        this.pages = pages;
        this.request = request;
        this.limit = request.pageLimit();
        this.accumulator = new DigestAccumulator(request.level());
        this.content = new PointStream(request.level(), accumulator::add);
        this.idsOfSample = new PointStream(DigestLevel.IDS, (id, payload, vectors) -> keepIfSampled(id));
    }

    /** Reads the digest from start to end. */
    public static DigestOutcome read(PointCalls points, DigestRequest request) throws InterruptedException {
        try (PageSource pages = new PageSource(points)) {
            return new DigestReader(points, request, pages).read();
        }
    }

    private DigestOutcome read() throws InterruptedException {
        Optional<PointId> at = Optional.empty();
        while (true) {
            switch (page(at)) {
                case Ok<Optional<PointId>> ok -> {
                    read++;
                    Optional<PointId> next = ok.result();
                    if (next.isEmpty()) {
                        return new Complete(accumulator.digest(), read);
                    }
                    if (at.isPresent() && next.get().compareTo(at.get()) <= 0) {
                        return new Failed(doesNotMoveOn(next.get()), at, read);
                    }
                    at = next;
                }
                case Accepted<Optional<PointId>> accepted -> {
                    return new Failed(accepted(), at, read);
                }
                case Failure<Optional<PointId>> failure -> {
                    if (limit == 1 || !wantsSmallerPages(failure)) {
                        return new Failed(failure, at, read);
                    }
                    limit /= 2;
                }
            }
        }
    }

    private Answer<Optional<PointId>> page(Optional<PointId> at) throws InterruptedException {
        if (!request.isSample()) {
            return AnswerParser.envelope(pages.page(scroll(request.level(), at)), content::readPage);
        }
        sampled.clear();
        Answer<Optional<PointId>> ids =
                AnswerParser.envelope(pages.page(scroll(DigestLevel.IDS, at)), idsOfSample::readPage);
        return ids instanceof Ok<Optional<PointId>> && !sampled.isEmpty() ? withSample(ids) : ids;
    }

    private Answer<Optional<PointId>> withSample(Answer<Optional<PointId>> ids) throws InterruptedException {
        Answer<Integer> read = points.retrieve(
                List.copyOf(sampled),
                request.level().withPayload(),
                request.level().withVectors(),
                content::readList);
        return read instanceof Failure<Integer> failure ? failure.as() : ids;
    }

    private void keepIfSampled(PointId id) {
        if (Buckets.of(id) < request.sampledBuckets()) {
            sampled.add(id);
        }
    }

    private ScrollRequest scroll(DigestLevel level, Optional<PointId> at) {
        return new ScrollRequest(limit, at, level.withPayload(), level.withVectors(), Optional.empty());
    }

    /** Strict mode caps the limit, and large vectors overflow a body's bound: both before any point was taken in. */
    private static boolean wantsSmallerPages(Failure<?> failure) {
        return switch (failure) {
            case Refused<?> refused -> refused.kind() == RefusalKind.LIMIT_EXCEEDED;
            case Unreadable<?> unreadable -> unreadable.why() == UnreadableKind.TOO_LARGE;
            case Unreachable<?> unreachable -> false;
        };
    }

    private static Failure<?> doesNotMoveOn(PointId next) {
        return new Unreadable<>(
                UnreadableKind.WRONG_SHAPE, 200, "the next page would begin at " + next + ", not after this one", "");
    }

    private static Failure<?> accepted() {
        return new Unreadable<>(UnreadableKind.WRONG_SHAPE, 202, "a read was accepted, not answered", "");
    }
}
