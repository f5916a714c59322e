package io.lifeboat.qdrant.transport;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * Qdrant over the Quarkus REST client. The address, path and query are given with each call, so that one client with
 * one pool of connections serves every node; {@link Response} is returned so that nothing is decided about the body
 * before {@code AnswerParser} has judged it, and its entity is a stream that is not gathered beforehand.
 *
 * <p>Closing a stream before its end ends the connection ({@link ResetUnfinished}).
 */
@Path("")
@RegisterRestClient(configKey = "qdrant", baseUri = "http://address-is-given-with-each-call.invalid")
@RegisterProvider(Exchange.Tie.class)
@RegisterProvider(ResetUnfinished.class)
public interface QdrantApi {
    @GET
    Response get(@Url String address, @HeaderParam("api-key") @Nullable String apiKey);

    @DELETE
    Response delete(@Url String address, @HeaderParam("api-key") @Nullable String apiKey);

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    Response put(@Url String address, @HeaderParam("api-key") @Nullable String apiKey, byte[] body);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Response post(@Url String address, @HeaderParam("api-key") @Nullable String apiKey, byte[] body);

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    Response patch(@Url String address, @HeaderParam("api-key") @Nullable String apiKey, byte[] body);
}
