package io.lifeboat.detector.probe.alert;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Alertmanager posts (receiver {@code webhook_configs}, {@code http_config.authorization}). 200: taken. 401: no
 * token, or a wrong one. 400: not taken, with the field and what was expected; Alertmanager does not send it again.
 */
@Path("/webhooks/alertmanager")
@Produces(MediaType.APPLICATION_JSON)
public class AlertmanagerWebhook {
    private final AlertDesk desk;
    private final WebhookToken token;

    @Inject
    public AlertmanagerWebhook(AlertDesk desk, WebhookToken token) {
        this.desk = desk;
        this.token = token;
    }

    /** One message; the body is bounded by {@code quarkus.http.limits.max-body-size}. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response post(@HeaderParam("Authorization") @Nullable String authorization, @Nullable String payload) {
        if (!token.admits(authorization)) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .header("WWW-Authenticate", "Bearer")
                    .entity(Map.of("error", "expected a bearer token"))
                    .build();
        }
        try {
            return Response.ok(Map.of("alerts", desk.take(payload == null ? "" : payload)))
                    .build();
        } catch (BadPayload e) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Map.of("error", String.valueOf(e.getMessage()), "field", e.field()))
                    .build();
        }
    }
}
