package io.lifeboat.qdrant.transport;

import io.lifeboat.qdrant.transport.RawAnswer.Cause;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Reads from an exception why no answer came. */
final class NoAnswer {
    private static final int MAX_CAUSES = 16;

    private NoAnswer() {}

    /** The innermost exception that tells something decides; anything else is a connection that ended early. */
    static RawAnswer.None of(Throwable failure) {
        Cause cause = Cause.RESET;
        Throwable telling = failure;
        Throwable current = failure;
        for (int i = 0; current != null && i < MAX_CAUSES; i++, current = current.getCause()) {
            Cause found = causeOf(current);
            if (found != null) {
                cause = found;
                telling = current;
            }
        }
        return new RawAnswer.None(cause, detail(telling));
    }

    private static @Nullable Cause causeOf(Throwable failure) {
        return switch (failure) {
            case UnknownHostException e -> Cause.UNKNOWN_HOST;
            case UnresolvedAddressException e -> Cause.UNKNOWN_HOST;
            case NoRouteToHostException e -> Cause.NO_ROUTE;
            case SocketTimeoutException e -> Cause.TIMED_OUT;
            case HttpTimeoutException e -> Cause.TIMED_OUT;
            case TimeoutException e -> Cause.TIMED_OUT;
            case SSLException e -> Cause.TLS;
            case ConnectException e -> Cause.REFUSED;
            default -> null;
        };
    }

    private static String detail(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return message == null ? name : name + ": " + message;
    }
}
