package io.lifeboat.workspaces.config;

import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.id.WorkspaceId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Everything that {@code workspaces.yaml} says. Immutable. */
public record LifeboatConfig(
        List<Vantage> vantages, Brake brake, List<Operator> operators, List<WorkspaceConfig> workspaces) {

    public LifeboatConfig {
        vantages = List.copyOf(vantages);
        Objects.requireNonNull(brake, "brake");
        operators = List.copyOf(operators);
        workspaces = List.copyOf(workspaces);
        if (vantages.isEmpty()) {
            throw new BadValue("vantages", "nothing", "at least one");
        }
    }

    public Optional<WorkspaceConfig> workspace(WorkspaceId id) {
        return workspaces.stream()
                .filter(workspace -> workspace.id().equals(id))
                .findFirst();
    }

    public Optional<Vantage> vantage(VantageId id) {
        return vantages.stream().filter(vantage -> vantage.id().equals(id)).findFirst();
    }

    /** Who signs with the key of that name. */
    public Optional<Operator> operatorOfKey(String key) {
        return operators.stream().filter(operator -> operator.key().equals(key)).findFirst();
    }

    /** Votes that make a verdict: more than half of the configured vantages. */
    public int majority() {
        return vantages.size() / 2 + 1;
    }
}
