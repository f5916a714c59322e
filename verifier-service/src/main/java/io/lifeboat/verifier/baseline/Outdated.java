package io.lifeboat.verifier.baseline;

import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.alias.Alias;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.collection.CollectionInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what users have taken away since a baseline, which must not be held against a recovery: points, payload indexes and
 * aliases. Write marks do not tell it of a collection that is written to all the time. What cannot be read is not outdated.
 */
final class Outdated {
    private final QdrantClient node;
    private final BaselineRecorded last;

    Outdated(QdrantClient node, BaselineRecorded last) {
        this.node = node;
        this.last = last;
    }

    /**
     * Why, in one line.
     *
     * @param quiet collections whose points need no counting
     */
    Optional<String> why(Set<String> quiet) throws InterruptedException {
        for (CollectionBaseline collection : last.collections()) {
            String name = collection.name();
            if (!quiet.contains(name) && hasFewer(collection)) {
                return Optional.of(name + " has fewer points");
            }
            if (hasOtherSchema(collection)) {
                return Optional.of(name + " has another payload schema");
            }
        }
        return haveOtherAliases() ? Optional.of("the aliases are others") : Optional.empty();
    }

    private boolean hasFewer(CollectionBaseline recorded) throws InterruptedException {
        return node.points(recorded.name())
                .count()
                .value()
                .filter(count -> count < recorded.count())
                .isPresent();
    }

    private boolean hasOtherSchema(CollectionBaseline recorded) throws InterruptedException {
        if (recorded.payloadSchema() == null) {
            return false;
        }
        Answer<CollectionInfo> answer = node.collections().get(recorded.name());
        return answer.value()
                .filter(info -> !PayloadSchema.of(info).equals(recorded.payloadSchema()))
                .isPresent();
    }

    private boolean haveOtherAliases() throws InterruptedException {
        if (last.aliases() == null) {
            return false;
        }
        Set<String> collections =
                last.collections().stream().map(CollectionBaseline::name).collect(Collectors.toSet());
        Answer<List<Alias>> answer = node.aliases().list();
        return answer.value()
                .filter(all -> !AliasNames.of(all, collections).equals(last.aliases()))
                .isPresent();
    }
}
