package io.lifeboat.restore.restore;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;

/** Where a server that restores takes its snapshot from. Whoever has no token that is still good gets 404, as for any other path. */
@Path("/pull/{token}/content.snapshot")
public class PullResource {
    private final Pulls pulls;

    PullResource(Pulls pulls) {
        this.pulls = pulls;
    }

    @GET
    @Blocking
    public Response content(@PathParam("token") String token) {
        Optional<Pull> pull = pulls.take(token);
        if (pull.isEmpty()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        StreamingOutput body = pull.get()::sendTo;
        return Response.ok(body, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_LENGTH, pull.get().content().bytes())
                .build();
    }
}
