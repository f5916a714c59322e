package io.lifeboat.restore.action;

import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.restore.provision.Place;
import io.lifeboat.restore.provision.PlaceName;
import io.lifeboat.restore.provision.PlaceRequest;
import io.lifeboat.restore.provision.Provisioned;
import io.lifeboat.restore.provision.Provisioner;
import io.lifeboat.restore.provision.Provisioners;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the place to restore to, or with {@code destroy} takes it away; KEYED by incident and claim. */
@Singleton
public class Provision implements StepAction {
    /** Of the step's time: for the result to be told. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final LifeboatConfig config;
    private final Provisioners provisioners;

    @Inject
    public Provision(LifeboatConfig config, Provisioners provisioners) {
        this.config = config;
        this.provisioners = provisioners;
    }

    @Override
    public StepType type() {
        return StepCatalogue.PROVISION;
    }

    @Override
    public StepOutcome run(StepContext context) throws InterruptedException {
        Where where = Where.of(context, config);
        String type = context.arguments().required("provisioner");
        Optional<Provisioner> kind = provisioners.find(type);
        if (kind.isEmpty()) {
            return StepOutcome.failed(
                    "provisioner: expected one of %s, got '%s'".formatted(provisioners.types(), type));
        }
        Duration left = Duration.between(Instant.now(), context.deadline()).minus(MARGIN);
        if (left.isNegative() || left.isZero()) {
            return new StepOutcome.Retry("its time was over before it began");
        }
        return Boolean.TRUE.equals(context.arguments().values().get("destroy"))
                ? destroy(context, kind.get(), where, left)
                : outcome(kind.get()
                        .provision(request(context, where, context.claim().claim(), left)));
    }

    /** What the claim that had made a place named, is what is taken away. */
    private static StepOutcome destroy(StepContext context, Provisioner kind, Where where, Duration left)
            throws InterruptedException {
        Optional<ClaimId> maker = context.incident().plan().steps().stream()
                .filter(step -> step.type().equals(StepCatalogue.PROVISION)
                        && !step.id().equals(context.step().id()))
                .map(step -> context.incident().status(step.id()).state())
                .filter(StepState.Succeeded.class::isInstance)
                .map(state -> ((StepState.Succeeded) state).claim())
                .findFirst();
        if (maker.isEmpty()) {
            return StepOutcome.done("nothing was made that could be taken away");
        }
        return kind.destroy(request(context, where, maker.get(), left))
                .<StepOutcome>map(StepOutcome.Retry::new)
                .orElseGet(() -> StepOutcome.done("what was made is taken away"));
    }

    private static PlaceRequest request(StepContext context, Where where, ClaimId claim, Duration left) {
        return new PlaceRequest(
                where.workspace().id(),
                PlaceName.of(context.incident().id(), claim),
                settings(context, where),
                where.apiKey(),
                left);
    }

    /** As the plan carries them; a server that is there already is the site's own unless they say otherwise. */
    private static Settings settings(StepContext context, Where where) {
        Arguments given = context.arguments().values().get("settings") instanceof Map<?, ?> map
                ? new Arguments(named(map))
                : Arguments.of("url", where.first().toString());
        return new Settings(given, Path.of(""));
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> named.put(name.toString(), value));
        return named;
    }

    private static StepOutcome outcome(Provisioned provisioned) {
        return switch (provisioned) {
            case Provisioned.Ready ready ->
                new StepOutcome.Done(
                        output(ready.place()),
                        "%s answers reads at %s"
                                .formatted(
                                        ready.place().version(), ready.place().nodes()));
            case Provisioned.NotReady not -> new StepOutcome.Retry(not.why());
        };
    }

    private static Arguments output(Place place) {
        return place.details()
                .with("nodes", place.nodes().stream().map(URI::toString).toList())
                .with("version", place.version());
    }
}
