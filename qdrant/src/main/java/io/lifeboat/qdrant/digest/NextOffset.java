package io.lifeboat.qdrant.digest;

import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.transport.Body;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where the next page begins without reading the points: Qdrant prints it after them. A guess, to be checked. */
final class NextOffset {
    /** Room for the envelope's end, which holds usage figures where the server reports them. */
    private static final int TAIL_BYTES = 2048;

    private static final Pattern OFFSET =
            Pattern.compile("\"next_page_offset\":\\s*(?:(?<number>\\d{1,20})|\"(?<uuid>[0-9a-fA-F-]{36})\")");

    private NextOffset() {}

    static Optional<PointId> guess(Body page) {
        Matcher matcher = OFFSET.matcher(page.tail(TAIL_BYTES));
        Optional<PointId> last = Optional.empty();
        while (matcher.find()) {
            last = id(matcher);
        }
        return last;
    }

    private static Optional<PointId> id(Matcher matcher) {
        try {
            return Optional.of(
                    matcher.group("number") == null
                            ? PointId.uuid(matcher.group("uuid"))
                            : PointId.number(matcher.group("number")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
