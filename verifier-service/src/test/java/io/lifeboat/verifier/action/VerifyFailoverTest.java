package io.lifeboat.verifier.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.qdrant.alias.AliasAction;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.verifier.fixture.Shop;
import io.lifeboat.verifier.fixture.Sites;
import io.lifeboat.verifier.fixture.Verifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the healthy state through the switch to the verdict, with stand-ins behind the lab's edge. */
class VerifyFailoverTest {
    private static final String COLLECTIONS =
            "    collections: [{name: archive, golden: 5}, {name: docs, writeCanary: true}]\n";

    @TempDir
    Path folder;

    private Sites sites;
    private Verifier verifier;

    @BeforeEach
    void start() throws Exception {
        sites = new Sites(folder);
        verifier = new Verifier(sites, Shop.config(folder, sites, COLLECTIONS));
    }

    @AfterEach
    void stop() throws Exception {
        sites.close();
    }

    @Test
    void shouldPassEveryCheckWhenTheStandbyIsEqual() throws Exception {
        sites.index("archive", "title", "keyword");
        sites.alias("books", "archive");
        BaselineRecorded baseline = verifier.recordBaseline();
        sites.switchToGreen();
        sites.blue.close();

        StepOutcome outcome = verifier.verify();

        assertThat(baseline.collections()).extracting("digest").doesNotContainNull();
        assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
        assertThat(verdicts(outcome))
                .hasSize(Verifier.CHECKS.size())
                .containsEntry("acknowledged-writes", "not run")
                .allSatisfy((check, verdict) -> assertThat(verdict)
                        .as(check)
                        .isEqualTo(check.equals("acknowledged-writes") ? "not run" : "pass"));
    }

    @ParameterizedTest
    @CsvSource({"drop,counts", "drop,digests", "payload,digests", "vector,digests"})
    void shouldFailItsCheckWhenOnePointOfTheStandbyIsDamaged(String what, String check) throws Exception {
        verifier.recordBaseline();
        sites.tamper(sites.green, "archive", 17, what);
        sites.switchToGreen();
        sites.blue.close();

        StepOutcome outcome = verifier.verify();

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(outcome.why()).contains(check, "archive");
        assertThat(verdicts(outcome)).containsEntry(check, "fail");
    }

    @Test
    void shouldFailKnownPointsWhenAKnownPointIsDamaged() throws Exception {
        BaselineRecorded baseline = verifier.recordBaseline();
        long known = Long.parseLong(baseline.collections()
                .getFirst()
                .knownPoints()
                .keySet()
                .iterator()
                .next());
        sites.tamper(sites.green, "archive", known, "payload");
        sites.switchToGreen();

        StepOutcome outcome = verifier.verify();

        assertThat(verdicts(outcome)).containsEntry("known-points", "fail").containsEntry("counts", "pass");
    }

    @Test
    void shouldNotLetTheDigestDecideWhenUsersWroteSinceTheBaseline() throws Exception {
        verifier.recordBaseline();
        sites.write("archive", 17, "rewritten");
        sites.write("archive", 1000, "new");
        sites.switchToGreen();
        sites.blue.close();

        StepOutcome outcome = verifier.verify();

        assertThat(outcome).as(outcome.why()).isInstanceOf(StepOutcome.Done.class);
        assertThat(evidence(outcome, "counts")).contains("archive: 61 points, recorded were 60");
    }

    @Test
    void shouldFailTheDigestWhenTheStandbyWasChangedByItsOwnInterfaceWhileHealthy() throws Exception {
        verifier.recordBaseline();
        sites.client(sites.green.url()).points("archive").upsert(List.of(Sites.point(17, "forged")));
        verifier.look();
        sites.switchToGreen();
        sites.blue.close();

        StepOutcome outcome = verifier.verify();

        assertThat(verdicts(outcome)).containsEntry("digests", "fail");
    }

    @Test
    void shouldFailTheSiteCheckWhenTrafficStillGoesToTheOldSite() throws Exception {
        verifier.recordBaseline();

        StepOutcome outcome = verifier.verify();

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(verdicts(outcome)).containsEntry("site", "fail").containsEntry("digests", "pass");
    }

    @Test
    void shouldFailWithAllFindingsWhenNothingAnswers() throws Exception {
        verifier.recordBaseline();
        sites.switchToGreen();
        sites.green.close();

        StepOutcome outcome = verifier.verify();

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(verdicts(outcome)).hasSize(Verifier.CHECKS.size()).containsEntry("service", "fail");
    }

    @Test
    void shouldFailTheSchemaWhenTheStandbyHasNoIndex() throws Exception {
        sites.index("archive", "title", "keyword");
        verifier.recordBaseline();
        sites.client(sites.green.url()).collections().deleteIndex("archive", "title");
        sites.switchToGreen();

        StepOutcome outcome = verifier.verify();

        assertThat(verdicts(outcome)).containsEntry("schema", "fail");
        assertThat(evidence(outcome, "schema")).isEqualTo("archive: title has no index, recorded was keyword");
    }

    @Test
    void shouldFailTheAliasesWhenOneLeadsNowhereOnTheStandby() throws Exception {
        sites.alias("books", "archive");
        verifier.recordBaseline();
        sites.client(sites.green.url()).aliases().update(List.of(new AliasAction.Delete("books")));
        sites.switchToGreen();

        StepOutcome outcome = verifier.verify();

        assertThat(verdicts(outcome)).containsEntry("aliases", "fail");
        assertThat(evidence(outcome, "aliases")).isEqualTo("books: it leads nowhere, recorded was archive");
    }

    @Test
    void shouldPassTheAliasesAndSaySoWhenOneLeadsElsewhere() throws Exception {
        sites.alias("books", "archive");
        verifier.recordBaseline();
        sites.client(sites.green.url()).aliases().update(List.of(new AliasAction.Create("books", "docs")));
        sites.switchToGreen();

        StepOutcome outcome = verifier.verify();

        assertThat(verdicts(outcome)).containsEntry("aliases", "pass");
        assertThat(evidence(outcome, "aliases")).isEqualTo("books: leads to docs, which answers, recorded was archive");
    }

    @Test
    void shouldLeaveNoCanaryBehindWhenItHasWritten() throws Exception {
        verifier.recordBaseline();
        sites.switchToGreen();

        verifier.verify();

        assertThat(sites.users().points("docs").count().value()).contains((long) Sites.DOCS);
    }

    private static Map<String, String> verdicts(StepOutcome outcome) {
        Map<String, String> verdicts = new TreeMap<>();
        checks(outcome).forEach(check -> verdicts.put(text(check, "name"), text(check, "verdict")));
        return verdicts;
    }

    private static String evidence(StepOutcome outcome, String name) {
        return checks(outcome).stream()
                .filter(check -> text(check, "name").equals(name))
                .map(check -> text(check, "evidence"))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Map<?, ?> check, String key) {
        return String.valueOf(check.get(key));
    }

    private static List<Map<?, ?>> checks(StepOutcome outcome) {
        Arguments output = switch (outcome) {
            case StepOutcome.Done done -> done.output();
            case StepOutcome.Failed failed -> failed.output();
            case StepOutcome.Retry r -> throw new AssertionError(r);
            case StepOutcome.Conflict c -> throw new AssertionError(c);
            case StepOutcome.NotStarted n -> throw new AssertionError(n);
            case StepOutcome.Unsealed u -> throw new AssertionError(u);
        };
        List<Map<?, ?>> checks = new java.util.ArrayList<>();
        for (Object check : (List<?>) output.values().get("checks")) {
            checks.add((Map<?, ?>) check);
        }
        return checks;
    }
}
