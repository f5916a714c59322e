package io.lifeboat.failover.traffic;

import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.saga.traffic.TrafficSwitch;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The traffic switch of each configured workspace. Thread-safe. */
@Singleton
public class Switches {
    private final Map<WorkspaceId, TrafficSwitch> byWorkspace = new LinkedHashMap<>();

    /** @throws IllegalArgumentException with every workspace whose switch is unknown or has settings that do not fit */
    Switches(LifeboatConfig config, @All List<SwitchKind> kinds) {
        Map<String, SwitchKind> byType =
                kinds.stream().collect(Collectors.toMap(SwitchKind::type, Function.identity()));
        List<String> problems = new ArrayList<>();
        for (WorkspaceConfig workspace : config.workspaces()) {
            try {
                byWorkspace.put(workspace.id(), kind(byType, workspace).of(workspace));
            } catch (IllegalArgumentException e) {
                problems.add("workspace %s: %s".formatted(workspace.id(), e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
        }
    }

    private static SwitchKind kind(Map<String, SwitchKind> byType, WorkspaceConfig workspace) {
        String type = workspace.traffic().type();
        return Optional.ofNullable(byType.get(type))
                .orElseThrow(() -> new IllegalArgumentException(
                        "traffic.switch: expected one of %s, got '%s'".formatted(byType.keySet(), type)));
    }

    public Optional<TrafficSwitch> of(WorkspaceId workspace) {
        return Optional.ofNullable(byWorkspace.get(workspace));
    }
}
