package io.lifeboat.qdrant.transport;

import io.vertx.core.http.HttpClientRequest;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;

/**
 * Ends the connection of an answer that is closed before its end. Without this the client would receive and drop the
 * rest, for ever if the other side never stops.
 */
public final class ResetUnfinished implements ClientResponseFilter {
    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        if (response.hasEntity() && request instanceof ResteasyReactiveClientRequestContext context) {
            HttpClientRequest http = context.unwrap(HttpClientRequest.class);
            response.setEntityStream(new Resetting(response.getEntityStream(), http));
        }
    }

    private static final class Resetting extends FilterInputStream {
        private final HttpClientRequest request;
        private boolean ended;

        Resetting(InputStream in, HttpClientRequest request) {
            super(in);
            this.request = request;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            ended |= next < 0;
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            ended |= count < 0;
            return count;
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                request.reset();
            }
            super.close();
        }
    }
}
