package io.lifeboat.detector.probe.http;

import io.lifeboat.qdrant.transport.RawAnswer.Cause;
import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What the network's own exceptions mean. */
public final class Failures {
    private Failures() {}

    public static Cause cause(Throwable failure) {
        return switch (failure) {
            case UnknownHostException unknown -> Cause.UNKNOWN_HOST;
            case NoRouteToHostException unreachable -> Cause.NO_ROUTE;
            case ConnectTimeoutException late -> Cause.TIMED_OUT;
            case TimeoutException late -> Cause.TIMED_OUT;
            case ConnectException refused -> ofConnect(refused);
            case SSLException tls -> Cause.TLS;
            case Throwable other -> Cause.RESET;
        };
    }

    /** One line for people. */
    public static String detail(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private static Cause ofConnect(ConnectException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("refused")) {
            return Cause.REFUSED;
        }
        return message.contains("unreachable") ? Cause.NO_ROUTE : Cause.RESET;
    }
}
