package io.lifeboat.qdrant.digest;

/**
 * How to read a digest.
 *
 * @param pageLimit points a page to begin with, 1 to 100,000; halved where the server or a body's bound wants less
 * @param sampledBuckets read only points of this many buckets, the first ones: the same points on every server.
 *     {@link Buckets#COUNT} for all
 */
public record DigestRequest(DigestLevel level, int pageLimit, int sampledBuckets) {
    public static final int DEFAULT_PAGE_LIMIT = 1000;

    private static final int MAX_PAGE_LIMIT = 100_000;

    public DigestRequest {
        if (pageLimit < 1 || pageLimit > MAX_PAGE_LIMIT) {
            throw new IllegalArgumentException("pageLimit: expected 1 to 100000, found " + pageLimit);
        }
        if (sampledBuckets < 1 || sampledBuckets > Buckets.COUNT) {
            throw new IllegalArgumentException("sampledBuckets: expected 1 to 1024, found " + sampledBuckets);
        }
    }

    public static DigestRequest whole(DigestLevel level) {
        return new DigestRequest(level, DEFAULT_PAGE_LIMIT, Buckets.COUNT);
    }

    public DigestRequest withPageLimit(int limit) {
        return new DigestRequest(level, limit, sampledBuckets);
    }

    public DigestRequest sampling(int buckets) {
        return new DigestRequest(level, pageLimit, buckets);
    }

    boolean isSample() {
        return sampledBuckets < Buckets.COUNT;
    }
}
