package io.lifeboat.qdrant.digest;

import io.lifeboat.qdrant.answer.Answer.Failure;
import io.lifeboat.qdrant.point.PointId;
import java.util.Optional;

/** How the reading of a digest ended. */
public sealed interface DigestOutcome {

    /** The whole collection (or the whole sample) was read. */
    record Complete(ContentDigest digest, int pages) implements DigestOutcome {}

    /** A page could not be read; half a digest is of no use, so there is none. {@code at} is where the page began. */
    record Failed(Failure<?> why, Optional<PointId> at, int pagesRead) implements DigestOutcome {}
}
