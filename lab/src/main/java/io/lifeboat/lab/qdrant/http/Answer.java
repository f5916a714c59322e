package io.lifeboat.lab.qdrant.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;

/** What a handler answers, before it is put on the wire. */
public sealed interface Answer {
    int status();

    /** The result of a success: it still gets its envelope, with the time it took. */
    record Result(JsonNode result) implements Answer {
        @Override
        public int status() {
            return 200;
        }
    }

    /** 202 of {@code wait=false}: no result, no snapshot name. */
    record Accepted() implements Answer {
        @Override
        public int status() {
            return 202;
        }
    }

    /** An error in the JSON envelope. */
    record Failure(int status, String text, Map<String, String> headers) implements Answer {}

    /** JSON without an envelope: {@code GET /} alone. */
    record Bare(JsonNode body) implements Answer {
        @Override
        public int status() {
            return 200;
        }
    }

    /** Plain text; the middleware's refusals carry no content type at all (case 02). */
    record Text(int status, String text, boolean typed) implements Answer {
        public static Text ok(String text) {
            return new Text(200, text, true);
        }
    }

    /** 503 of a partial recovery while another one runs. */
    record Busy() implements Answer {
        @Override
        public int status() {
            return 503;
        }
    }

    /** A file that is sent without its length and then deleted. */
    record Stream(Path file, String name) implements Answer {
        @Override
        public int status() {
            return 200;
        }
    }

    /** No body and no content type: what an unknown route gets. */
    record Empty(int status) implements Answer {}

    /** A file to download, whole or in part. */
    record Download(Path file) implements Answer {
        @Override
        public int status() {
            return 200;
        }
    }
}
