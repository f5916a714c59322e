package io.lifeboat.verifier.check;

import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.qdrant.alias.Alias;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.RefusalKind;
import io.lifeboat.qdrant.point.ScrollPage;
import io.lifeboat.qdrant.point.ScrollRequest;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Each alias of the baseline leads to a collection that answers. It need not be the recorded one: restored data stands beside
 * what was there, and the standby may keep its copies under other names.
 */
@Singleton
public class AliasesCheck implements Check {

    @Override
    public String name() {
        return "aliases";
    }

    @Override
    public CheckResult run(Scene scene) throws InterruptedException {
        Map<String, String> recorded =
                scene.baseline().map(BaselineRecorded::aliases).orElse(null);
        if (recorded == null) {
            return CheckResult.notRun("no aliases were recorded while healthy");
        }
        if (recorded.isEmpty()) {
            return CheckResult.notRun("there were no aliases while healthy");
        }
        Answer<List<Alias>> answer = scene.publicly().aliases().list();
        if (!(answer instanceof Answer.Ok<List<Alias>> ok)) {
            return PerCollection.unanswered(answer);
        }
        Map<String, String> found = new HashMap<>();
        ok.result().forEach(alias -> found.put(alias.name(), alias.collection()));
        List<String> names = List.copyOf(new TreeMap<>(recorded).keySet());
        return PerCollection.merge(names, AtOnce.of(names, name -> judge(scene, name, recorded, found)));
    }

    private static CheckResult judge(Scene scene, String name, Map<String, String> recorded, Map<String, String> found)
            throws InterruptedException {
        Answer<ScrollPage> answer = scene.publicly().points(name).scroll(ScrollRequest.first(1));
        if (answer instanceof Answer.Refused<ScrollPage> refused && refused.kind() == RefusalKind.NOT_FOUND) {
            return CheckResult.failed("it leads nowhere, recorded was %s", recorded.get(name));
        }
        if (!(answer instanceof Answer.Ok<ScrollPage>)) {
            return PerCollection.unanswered(answer);
        }
        String collection = found.get(name);
        if (collection == null) {
            return CheckResult.passed(
                    "a collection of that name answers, recorded was an alias of %s", recorded.get(name));
        }
        return collection.equals(recorded.get(name))
                ? CheckResult.passed("leads to %s, which answers", collection)
                : CheckResult.passed("leads to %s, which answers, recorded was %s", collection, recorded.get(name));
    }
}
