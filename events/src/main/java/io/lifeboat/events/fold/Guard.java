package io.lifeboat.events.fold;

import java.util.Locale;

/** The guards of log and effects, each with the harm that it prevents. The simulator takes them out one at a time. */
public enum Guard {
    /** Two processes would act on one step at a time. Without it nothing unsafe is known: it is for liveness. */
    OWNERSHIP,
    /** A repeated claim record would start an attempt again. */
    CLAIM_ATTEMPT,
    /** A late claim would do again what has a verdict. */
    ENDED_STEPS,
    /** A step would run before those that it needs. */
    NEEDS,
    /** A step would run that nobody approved. */
    APPROVAL,
    /** An effect that may happen twice would happen twice without anybody's leave. */
    BARE_TAKEOVER,
    /** A superseded claim's verdict would end the attempt that superseded it. */
    CURRENT_CLAIM,
    /** Two claims would carry one epoch: neither could fence the other. */
    EPOCH_RISES,
    /** A late sibling of an opening would open a second incident for one cause. */
    OPENING_SEQUENCE,
    /** Two recoveries would move one workspace's traffic at a time. */
    ONE_RECOVERY,
    /** Flapping would move traffic to and fro. */
    COOL_DOWN,
    /** A decision would undo another one that its maker never saw. */
    DECISION_BASIS,
    /** A command sent twice would be obeyed twice. */
    COMMAND_ONCE,
    /** Effects would go on in a workspace that a person holds. */
    WORKSPACE_HOLD,
    /** Too many workspaces would be moved at once by one false alarm. */
    BRAKE,
    /** A process would act on a claim that the log does not have, or has voided. */
    READ_BACK,
    /** A process would act though a hold was acknowledged before. */
    BARRIER,
    /** A restarted process would take its dead predecessor's claim for its own. */
    PROCESS_IDENTITY,
    /** A write decided on an older look would overwrite a newer one: the target would compare the value alone. */
    FULL_COMPARE,
    /** A claim would write although the target carries a higher epoch. */
    COMPARE_EPOCH,
    /** Of two claims with one epoch, both would be applied. */
    COMPARE_CLAIM,
    /** A request would land after its step was called failed. */
    SEALING,
    /** After a lost tail no claim could ever have an epoch that the target takes. */
    EPOCH_OBSERVED;

    /** The name on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
