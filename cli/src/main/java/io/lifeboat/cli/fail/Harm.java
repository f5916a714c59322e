package io.lifeboat.cli.fail;

import io.lifeboat.cli.Failure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How something can be made to fail, by the name that the command takes. */
enum Harm {
    KILL("kill", Way.PROCESS, "kill", "SIGKILL; a Qdrant stays dead, all else is started again"),
    PAUSE("pause", Way.PROCESS, "pause", "SIGSTOP, until resume"),
    RESUME("resume", Way.PROCESS, "continue", "SIGCONT"),
    STOP("stop", Way.PROCESS, "stop", "ends it in order; it stays down until start"),
    START("start", Way.PROCESS, "start", "starts it again"),
    RESTART("restart", Way.PROCESS, "restart", "stops and starts it"),
    FENCE("fence", Way.PROCESS, "fence", "kills it for good, until unfence"),
    UNFENCE("unfence", Way.PROCESS, "unfence", "lets it be started again"),
    REFUSE("refuse", Way.FAULT, "refuse", "connections are refused"),
    BLACK_HOLE("black-hole", Way.FAULT, "black-hole", "connections are taken, and never answered"),
    DELAY("delay", Way.FAULT, "delay", "answers come late (--millis)"),
    ERROR_ON_SEARCH("error-on-search", Way.FAULT, "error-on-search", "searches answer 500, all else works"),
    WRONG_ANSWERS("wrong-answers", Way.FAULT, "wrong-answers", "reads answer with other points"),
    DUMMY_SHARD("dummy-shard", Way.FAULT, "dummy-shard", "the shard fails while health stays friendly"),
    READ_ONLY("read-only", Way.FAULT, "read-only", "writes fail as on a full disk"),
    GARBAGE_HTML("garbage-html", Way.FAULT, "garbage-html", "200 with a page in HTML"),
    HALF_JSON("half-json", Way.FAULT, "half-json", "JSON that ends in the middle"),
    HUGE_BODY("huge-body", Way.FAULT, "huge-body", "200 with 64 MiB of one string"),
    HEAL("heal", Way.HEAL, "", "takes all of these back"),
    DROP_POINT("drop-point", Way.TAMPER, "drop", "one point disappears (--collection, --point)"),
    CHANGE_PAYLOAD("change-payload", Way.TAMPER, "payload", "one payload changes"),
    CHANGE_VECTOR("change-vector", Way.TAMPER, "vector", "one vector changes");

    /** Who is asked to do it. */
    enum Way {
        /** The supervisor, to any process. */
        PROCESS,
        /** A site's Qdrant stand-in. */
        FAULT,
        HEAL,
        TAMPER
    }

    private final String text;
    private final Way way;
    private final String call;
    private final String description;

    Harm(String text, Way way, String call, String description) {
        this.text = text;
        this.way = way;
        this.call = call;
        this.description = description;
    }

    static Harm of(String text) {
        return find(text)
                .orElseThrow(() -> Failure.usage("HOW: expected one of %s, got '%s'", names(List.of(values())), text));
    }

    private static Optional<Harm> find(String text) {
        return Arrays.stream(values()).filter(harm -> harm.text.equals(text)).findFirst();
    }

    static List<String> names(List<Harm> harms) {
        return harms.stream().map(Harm::text).toList();
    }

    String text() {
        return text;
    }

    Way way() {
        return way;
    }

    /** Its name in the calls of who is asked. */
    String call() {
        return call;
    }

    String description() {
        return description;
    }
}
