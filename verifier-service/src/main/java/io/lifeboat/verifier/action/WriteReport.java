package io.lifeboat.verifier.action;

import io.lifeboat.events.id.StepType;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.verifier.report.LogUnread;
import io.lifeboat.verifier.report.Reports;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Writes the recovery report. KEYED: its files are named by the step and the claim. */
@Singleton
public class WriteReport implements StepAction {
    private final Reports reports;

    @Inject
    public WriteReport(Reports reports) {
        this.reports = reports;
    }

    @Override
    public StepType type() {
        return StepCatalogue.REPORT;
    }

    @Override
    public StepOutcome run(StepContext context) throws InterruptedException {
        try {
            Reports.Made made = reports.make(context);
            return new StepOutcome.Done(made.output(), made.summary());
        } catch (LogUnread e) {
            return new StepOutcome.Retry(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new StepOutcome.Retry("the report could not be written: " + e);
        }
    }
}
