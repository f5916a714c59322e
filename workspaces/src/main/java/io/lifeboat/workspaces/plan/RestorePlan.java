package io.lifeboat.workspaces.plan;

import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.OnFailure;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.plan.StepBuilder;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.time.Duration;
import java.util.List;

/**
 * Choose a backup, restore it beside what is there after approval, verify it, let the aliases lead to it, report. The old data is
 * kept: undone, the aliases lead to it again. People approve once it is known which backup would be restored.
 */
public final class RestorePlan {
    private static final String CHOOSE = "choose-backup";
    private static final String PROVISION = "provision";
    private static final String RESTORE = "restore-collections";
    private static final String VERIFY = "verify-recovery";
    private static final String CUT_OVER = "cut-over";
    private static final String UNDO = "undo-cut-over";
    private static final String REPORT = "report";
    private static final Duration CLAIM_WITHIN = Duration.ofSeconds(15);
    private static final Duration LONGEST_RESTORE = Duration.ofHours(2);

    private final WorkspaceConfig workspace;
    private final Site site;
    private final RestoreWish wish;

    private RestorePlan(WorkspaceConfig workspace, Site site, RestoreWish wish) {
        this.workspace = workspace;
        this.site = site;
        this.wish = wish;
    }

    /** @param site where the data is brought back */
    public static Plan of(WorkspaceConfig workspace, Scenario scenario, Site site, RestoreWish wish) {
        return new RestorePlan(workspace, site, wish).plan(scenario);
    }

    private Plan plan(Scenario scenario) {
        return new Plan(
                List.of(
                        Notices.first(),
                        choose(),
                        provision(),
                        restore(),
                        verify(),
                        cutOver(),
                        undo(),
                        failed("escalate-choose", scenario, "no backup will do", CHOOSE),
                        failed("escalate-provision", scenario, "the server to restore to does not answer", PROVISION),
                        failed("escalate-restore", scenario, "the backup could not be restored", RESTORE),
                        failed("escalate-verify", scenario, "what was restored did not pass verification", VERIFY),
                        failed("escalate-cut-over", scenario, "the aliases could not be moved", CUT_OVER),
                        report(),
                        Notices.last(REPORT)),
                List.of(new StepId(CUT_OVER)));
    }

    private static Step failed(String id, Scenario scenario, String what, String step) {
        return Notices.escalate(
                id, "%s: %s; nothing that was there was changed".formatted(scenario, what), Need.failed(step));
    }

    private Step choose() {
        return with(Step.of(CHOOSE, StepCatalogue.CHOOSE_BACKUP), wish.toArguments())
                .argument("maxAge", workspace.policies().maxLag().toString())
                .timeout(Duration.ofSeconds(30))
                .retry(2, Duration.ofSeconds(1))
                .build();
    }

    /** A server that is there: the step waits until it answers reads. */
    private Step provision() {
        return with(Step.of(PROVISION, StepCatalogue.PROVISION), place())
                .argument("provisioner", "url")
                .needs(Need.succeeded(CHOOSE))
                .timeout(Duration.ofMinutes(2))
                .retry(2, Duration.ofSeconds(2))
                .build();
    }

    private Step restore() {
        return with(Step.of(RESTORE, StepCatalogue.RESTORE_COLLECTIONS), placeAndCollections())
                .needs(Need.succeeded(PROVISION))
                .approvedBy(workspace.policies().approvers())
                .timeout(LONGEST_RESTORE)
                .retry(2, Duration.ofSeconds(2))
                .build();
    }

    private Step verify() {
        return with(Step.of(VERIFY, StepCatalogue.VERIFY_RECOVERY), place())
                .needs(Need.succeeded(RESTORE))
                .timeout(Duration.ofMinutes(10))
                .retry(2, Duration.ofSeconds(2))
                .build();
    }

    private Step cutOver() {
        return with(Step.of(CUT_OVER, StepCatalogue.CUT_OVER), placeAndCollections())
                .needs(Need.succeeded(VERIFY))
                .timeout(Duration.ofSeconds(30))
                .retry(2, Duration.ofMillis(500))
                .build();
    }

    private Step undo() {
        return with(Step.of(UNDO, StepCatalogue.CUT_OVER), placeAndCollections())
                .argument("back", true)
                .compensates(CUT_OVER)
                .timeout(Duration.ofSeconds(30))
                .retry(2, Duration.ofMillis(500))
                .build();
    }

    private static Step report() {
        return Step.of(REPORT, StepCatalogue.REPORT)
                .needs(Need.ended(CUT_OVER))
                .timeout(Duration.ofSeconds(30))
                .retry(3, Duration.ofSeconds(1))
                .onFailure(OnFailure.CONTINUE)
                .evenIfAborted()
                .build();
    }

    private Arguments place() {
        return wish.into().map(into -> Arguments.of("into", into.toString())).orElse(Arguments.none());
    }

    private Arguments placeAndCollections() {
        return wish.collections().isEmpty() ? place() : place().with("collections", wish.collections());
    }

    private StepBuilder with(StepBuilder step, Arguments values) {
        step.argument("site", site.id().value()).claimWithin(CLAIM_WITHIN).onFailure(OnFailure.BRANCH);
        values.values().forEach(step::argument);
        return step;
    }
}
