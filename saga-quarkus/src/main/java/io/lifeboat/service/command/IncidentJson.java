package io.lifeboat.service.command;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.serde.Json;
import io.lifeboat.saga.step.StepContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a site's program is told: on its standard input as JSON, the stable key also as {@code LIFEBOAT_KEY}. */
public final class IncidentJson {
    private IncidentJson() {}

    public static String of(StepContext context) {
        Workspace workspace = context.workspace();
        Incident incident = context.incident();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("workspace", workspace.id().value());
        told.put("active", name(workspace.active()));
        told.put("incident", incident.id().value());
        told.put("scenario", incident.scenario());
        told.put("severity", incident.severity());
        told.put("site", name(incident.site()));
        told.put("startedAt", incident.startedAt());
        told.put("openedAt", incident.openedAt());
        told.put("why", incident.why());
        told.put("step", context.step().id().value());
        told.put("attempt", context.attempt());
        told.put("epoch", context.claim().epoch());
        told.put("key", context.key());
        told.put("arguments", context.arguments());
        return Json.text(told);
    }

    /** For the program's environment. */
    public static Map<String, String> environment(StepContext context) {
        return Map.of(
                "LIFEBOAT_KEY",
                context.key(),
                "LIFEBOAT_INCIDENT",
                context.incident().id().value());
    }

    private static String name(SiteId site) {
        return site == null ? "" : site.value();
    }
}
