package io.lifeboat.verifier.check;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.verifier.baseline.Look;
import io.lifeboat.verifier.baseline.MarkReader.SiteMarks;
import io.lifeboat.verifier.baseline.WriteMarks;
import java.util.Optional;

/**
 * Whether a collection's content must still be that of the baseline. It must if users had not written to it on the site that
 * was active, as far as that site was last seen, and the site that serves now has applied nothing since that sight. A site
 * that was changed behind the users' back before that sight has no excuse by this rule; so its digest decides.
 *
 * <p>The last sight is the last look of this process, or the baseline itself if this process has not looked since.
 */
final class WrittenRule {
    private WrittenRule() {}

    static Written judge(
            BaselineRecorded baseline,
            CollectionBaseline collection,
            Optional<Look> look,
            SiteId serving,
            SiteMarks now) {
        if (collection.writeMark() == null) {
            return Written.written("it was being written to when the baseline was taken, or no mark was told");
        }
        WriteMarks recorded = WriteMarks.parse(collection.writeMark());
        WriteMarks seen = look.filter(last -> last.active().equals(baseline.site()))
                .filter(last -> !last.at().isBefore(baseline.takenAt()))
                .flatMap(last -> last.of(collection.name()))
                .orElse(recorded);
        if (!seen.of(baseline.site()).equals(recorded.of(baseline.site()))) {
            return Written.written("users wrote to it on %s after the baseline".formatted(baseline.site()));
        }
        Optional<String> before = seen.of(serving);
        if (before.isEmpty()) {
            return Written.unknown("%s did not tell a write mark while healthy".formatted(serving));
        }
        return switch (now) {
            case SiteMarks.Silent silent -> Written.unknown("no write mark now: " + silent.why());
            case SiteMarks.Told told -> compare(before.get(), told.collections().get(collection.name()), serving);
        };
    }

    private static Written compare(String before, @org.jspecify.annotations.Nullable String now, SiteId serving) {
        if (now == null) {
            return Written.unknown("%s tells no write mark now".formatted(serving));
        }
        return before.equals(now)
                ? Written.unwritten()
                : Written.written("%s applied operations after it was last seen healthy".formatted(serving));
    }
}
