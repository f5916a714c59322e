package io.lifeboat.events.step;

import static io.lifeboat.events.id.Service.FAILOVER;
import static io.lifeboat.events.id.Service.NOTIFIER;
import static io.lifeboat.events.id.Service.RESTORE;
import static io.lifeboat.events.id.Service.VERIFIER;
import static io.lifeboat.events.step.ArgumentSpec.Kind.BOOLEAN;
import static io.lifeboat.events.step.ArgumentSpec.Kind.LIST;
import static io.lifeboat.events.step.ArgumentSpec.Kind.MAP;
import static io.lifeboat.events.step.ArgumentSpec.Kind.TEXT;
import static io.lifeboat.events.step.ArgumentSpec.optional;
import static io.lifeboat.events.step.ArgumentSpec.required;
import static io.lifeboat.events.step.EffectClass.BARE;
import static io.lifeboat.events.step.EffectClass.CAS;
import static io.lifeboat.events.step.EffectClass.KEYED;
import static io.lifeboat.events.step.EffectClass.READ;

import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The step types of Lifeboat, one line each. A new step type is a line here and an action in its owner. */
public final class StepCatalogue {
    private static final Map<StepType, StepSpec> LINES = new LinkedHashMap<>();

    /** Tells people: audience and phase decide the text. */
    public static final StepType NOTIFY =
            line("notify", NOTIFIER, Set.of(BARE), Moves.NOTHING, required("phase", TEXT), optional("channels", LIST));
    /** Tells people that one of them is needed, and why. */
    public static final StepType ESCALATE = line(
            "escalate", NOTIFIER, Set.of(BARE), Moves.NOTHING, required("reason", TEXT), optional("channels", LIST));
    /** Judges the standby: health, content against the last known, lag. */
    public static final StepType ASSESS_STANDBY = line(
            "assess-standby", FAILOVER, Set.of(READ), Moves.NOTHING, required("site", TEXT), optional("maxLag", TEXT));
    /** Fences a site as far as it can be reached. */
    public static final StepType FENCE_SITE =
            line("fence-site", FAILOVER, Set.of(BARE), Moves.NOTHING, required("site", TEXT), optional("fence", TEXT));
    /** Moves the workspace's traffic to a site. */
    public static final StepType SWITCH_TRAFFIC = line(
            "switch-traffic",
            FAILOVER,
            Set.of(CAS, BARE),
            Moves.TRAFFIC,
            required("site", TEXT),
            required("switch", TEXT),
            required("value", TEXT));
    /** Checks the workspace through its public address. */
    public static final StepType VERIFY_FAILOVER = line(
            "verify-failover",
            VERIFIER,
            Set.of(KEYED),
            Moves.NOTHING,
            required("site", TEXT),
            optional("checks", LIST));
    /** Writes the recovery report. */
    public static final StepType REPORT = line("report", VERIFIER, Set.of(KEYED), Moves.NOTHING);
    /** Runs a site's own program. */
    public static final StepType EXEC =
            line("exec", FAILOVER, Set.of(BARE), Moves.NOTHING, required("command", LIST), optional("site", TEXT));

    /** Names the backup to restore: the newest proven one, or the newest at or before a time; with its chain, and why. */
    public static final StepType CHOOSE_BACKUP = line(
            "choose-backup",
            RESTORE,
            Set.of(READ),
            Moves.NOTHING,
            required("site", TEXT),
            optional("source", TEXT),
            optional("at", TEXT),
            optional("before", TEXT),
            optional("backup", TEXT),
            optional("maxAge", TEXT),
            optional("collections", LIST),
            optional("into", TEXT));
    /** Makes a place to restore to, or finds that it is there, and waits until it answers real reads. */
    public static final StepType PROVISION = line(
            "provision",
            RESTORE,
            Set.of(KEYED),
            Moves.NOTHING,
            required("provisioner", TEXT),
            required("site", TEXT),
            optional("settings", MAP),
            optional("into", TEXT),
            optional("destroy", BOOLEAN));
    /** Restores the chosen backup's collections under new names, beside what is there. */
    public static final StepType RESTORE_COLLECTIONS = line(
            "restore-collections",
            RESTORE,
            Set.of(KEYED),
            Moves.NOTHING,
            required("site", TEXT),
            optional("collections", LIST),
            optional("into", TEXT));
    /** Checks the restored collections before anything points to them. */
    public static final StepType VERIFY_RECOVERY = line(
            "verify-recovery",
            VERIFIER,
            Set.of(KEYED),
            Moves.NOTHING,
            required("site", TEXT),
            optional("checks", LIST),
            optional("into", TEXT));
    /** Lets the names that applications use lead to the restored collections; with {@code back}, to what they led to before. */
    public static final StepType CUT_OVER = line(
            "cut-over",
            RESTORE,
            Set.of(CAS),
            Moves.DATA,
            required("site", TEXT),
            optional("collections", LIST),
            optional("into", TEXT),
            optional("back", BOOLEAN));

    private StepCatalogue() {}

    private static StepType line(
            String name, Service owner, Set<EffectClass> effects, Moves moves, ArgumentSpec... arguments) {
        StepType type = new StepType(name);
        LINES.put(type, new StepSpec(type, owner, effects, moves, java.util.List.of(arguments)));
        return type;
    }

    /** The line of a type, if the catalogue has it. */
    public static Optional<StepSpec> find(StepType type) {
        return Optional.ofNullable(LINES.get(type));
    }

    /** @throws IllegalArgumentException if the catalogue has no such type */
    public static StepSpec get(StepType type) {
        return find(type)
                .orElseThrow(() -> new IllegalArgumentException(
                        "step type: expected one of %s, got '%s'".formatted(LINES.keySet(), type)));
    }

    /** All lines in the order of the catalogue. */
    public static Collection<StepSpec> all() {
        return java.util.Collections.unmodifiableCollection(LINES.values());
    }
}
