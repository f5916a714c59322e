package io.lifeboat.lab.qdrant.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Puts an answer into its envelope: {@code result}, {@code status} and the {@code time} in seconds that it took. */
public final class Envelope {
    private static final Logger LOG = Logger.getLogger(Envelope.class.getName());
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Envelope() {}

    public static Reply wrap(Request request, Answer answer, long tookNanos) {
        return switch (answer) {
            case Answer.Result result -> Reply.json(200, Map.of(), success(result.result(), tookNanos));
            case Answer.Accepted accepted -> Reply.json(202, Map.of(), accepted(tookNanos));
            case Answer.Busy busy -> Reply.json(503, Map.of(), "{\"status\":\"already_in_progress\",\"time\":0.0}");
            case Answer.Stream stream -> FileDownload.stream(stream);
            case Answer.Failure failure ->
                Reply.json(failure.status(), failure.headers(), failure(failure.text(), tookNanos));
            case Answer.Bare bare -> Reply.json(200, Map.of(), JsonText.of(bare.body()));
            case Answer.Text text -> Reply.text(text.status(), text.text(), text.typed());
            case Answer.Empty empty -> Reply.empty(empty.status());
            case Answer.Download download -> download(request, download);
        };
    }

    public static Answer of(QdrantError error) {
        return error.plainText()
                ? new Answer.Text(error.status(), error.getMessage(), true)
                : new Answer.Failure(error.status(), error.getMessage(), error.headers());
    }

    /** Runs a handler and makes an answer of whatever it throws; only what nobody foresaw is logged. */
    public static Answer answer(Router.Match match) {
        try {
            return match.route().handler().handle(match.call());
        } catch (QdrantError error) {
            return of(error);
        } catch (IOException error) {
            return of(QdrantError.internal("File IO error: " + error.getMessage()));
        } catch (RuntimeException bug) {
            LOG.log(Level.SEVERE, "unexpected error in " + match.route().template(), bug);
            return of(QdrantError.internal("task panicked"));
        }
    }

    private static String success(JsonNode result, long tookNanos) {
        ObjectNode body = JSON.objectNode();
        body.set("result", result);
        body.put("status", "ok");
        return JsonText.of(body.put("time", tookNanos / 1e9));
    }

    private static String accepted(long tookNanos) {
        return JsonText.of(JSON.objectNode().put("status", "accepted").put("time", tookNanos / 1e9));
    }

    private static String failure(String text, long tookNanos) {
        ObjectNode body = JSON.objectNode();
        body.putObject("status").put("error", text);
        return JsonText.of(body.put("time", tookNanos / 1e9));
    }

    private static Reply download(Request request, Answer.Download download) {
        try {
            return FileDownload.reply(request, download.file());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
