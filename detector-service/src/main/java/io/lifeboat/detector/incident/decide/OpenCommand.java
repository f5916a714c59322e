package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Plan;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person opens an incident: also a failover that no probe asks for, or that the lag gate would refuse. */
final class OpenCommand {
    private final Playbook playbook;

    OpenCommand(Playbook playbook) {
        this.playbook = playbook;
    }

    Reply handle(SignedCommand command, CommandEnvelope envelope, Situation situation) {
        if (envelope.workspace() == null) {
            return Reply.refuse("an incident is of one workspace, and it names none");
        }
        SiteId active = situation.workspace().active();
        if (active == null) {
            return Reply.refuse("the log does not say yet which site is active");
        }
        Optional<Scenario> scenario = scenario(envelope);
        if (scenario.isEmpty()) {
            return Reply.refuse(
                    "expected a scenario of %s, got '%s'",
                    List.of(Scenario.values()),
                    envelope.arguments().text("scenario").orElse(""));
        }
        return sited(command, envelope, situation, scenario.get(), active);
    }

    private static Optional<Scenario> scenario(CommandEnvelope envelope) {
        String name = envelope.arguments().text("scenario").orElse("");
        return Arrays.stream(Scenario.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private Reply sited(
            SignedCommand command, CommandEnvelope envelope, Situation situation, Scenario scenario, SiteId active) {
        String named = envelope.arguments().text("site").orElse(active.value());
        if (!named.equals(active.value())) {
            return Reply.refuse(
                    "site '%s' is not the active one, which is %s: there is nothing to recover from", named, active);
        }
        String to = envelope.arguments().text("to").orElse(null);
        if (to != null && !playbook.mayTakeOver(to, active)) {
            return Reply.refuse("site '%s' is no site that could take over from %s", to, active);
        }
        Plan plan;
        try {
            plan = plan(envelope, situation, scenario, active);
        } catch (IllegalArgumentException e) {
            return Reply.refuse("%s", e.getMessage());
        }
        Optional<Incident> holder = situation.workspace().lockHolder();
        if (plan.isMoving() && holder.isPresent()) {
            return Reply.refuse(
                    "%s is still recovering, and one recovery runs at a time",
                    holder.get().id());
        }
        return numbered(command, envelope, situation, new Opening(scenario, active, plan));
    }

    private record Opening(Scenario scenario, SiteId site, Plan plan) {}

    private Plan plan(CommandEnvelope envelope, Situation situation, Scenario scenario, SiteId active) {
        if (envelope.arguments().values().get("restore") instanceof Map<?, ?> wish) {
            Map<String, Object> values = new LinkedHashMap<>();
            wish.forEach((name, value) -> values.put(name.toString(), value));
            return playbook.restore(scenario, active, new Arguments(values));
        }
        Plan plan = envelope.arguments()
                .text("to")
                .map(SiteId::new)
                .map(to -> playbook.planTo(scenario, active, to))
                .orElseGet(() ->
                        playbook.plan(scenario, active, situation.picture().unfit()));
        boolean despiteLag = Boolean.TRUE.equals(envelope.arguments().values().get("despiteLag"));
        return despiteLag ? playbook.despiteLag(plan) : plan;
    }

    private Reply numbered(SignedCommand command, CommandEnvelope envelope, Situation situation, Opening opening) {
        Workspace workspace = situation.workspace();
        String what = CommandHandler.sentence(envelope, "opens %s of %s".formatted(opening.scenario(), opening.site()));
        Optional<Fleet.Number> number = situation.fleet().numberOf(workspace.id(), workspace.lastSeq() + 1);
        return number.isPresent()
                ? open(command, envelope, situation, opening, number.get())
                : Numbering.reply(situation, what);
    }

    private Reply open(
            SignedCommand command,
            CommandEnvelope envelope,
            Situation situation,
            Opening opening,
            Fleet.Number number) {
        String why = CommandHandler.sentence(
                envelope,
                "opens %s, %s of %s, by command".formatted(number.incident(), opening.scenario(), opening.site()));
        return new Reply.Obey(
                new IncidentOpened(
                        situation.workspace().id(),
                        number.incident(),
                        number.seq(),
                        opening.scenario(),
                        playbook.severity(opening.scenario()),
                        envelope.issued(),
                        false,
                        opening.site(),
                        playbook.objective(opening.scenario()),
                        playbook.coolDown(),
                        opening.plan(),
                        List.of(),
                        why,
                        command),
                why);
    }
}
