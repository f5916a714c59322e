package io.lifeboat.qdrant.digest;

import io.lifeboat.qdrant.point.PointId;

/** Which of the 1,024 buckets a point falls into: SipHash-2-4, zero key, of its id's bytes. */
public final class Buckets {
    public static final int COUNT = 1024;

    private Buckets() {}

    public static int of(PointId id) {
        return (int) Long.remainderUnsigned(SipHash.zeroKey().hash(id.bytes()), COUNT);
    }
}
