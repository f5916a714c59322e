package io.lifeboat.cli.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A process of the lab as its supervisor sees it.
 *
 * @param state WAITING, STARTING, READY, PAUSED, RESTARTING, EXITED, STOPPED or FENCED
 * @param pid absent while it does not run
 * @param restarts how often it was started again
 * @param lastExit the status of its last end, if it has ended
 */
public record LabProcess(String name, String state, OptionalLong pid, int restarts, OptionalInt lastExit) {

    static LabProcess of(JsonNode node) {
        return new LabProcess(
                node.path("name").asText(),
                node.path("state").asText(),
                node.has("pid") ? OptionalLong.of(node.path("pid").asLong()) : OptionalLong.empty(),
                node.path("restarts").asInt(),
                node.has("lastExit") ? OptionalInt.of(node.path("lastExit").asInt()) : OptionalInt.empty());
    }

    public boolean isReady() {
        return state.equals("READY");
    }
}
