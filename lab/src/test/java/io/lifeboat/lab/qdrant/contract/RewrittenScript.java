package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The same script with other names, dimensions, ids and values, in the requests and in what is expected of them. */
final class RewrittenScript implements Script {
    @Override
    public ContractCase tell(ContractCase contract) {
        List<ContractCase.Step> steps =
                contract.steps().stream().map(this::step).toList();
        return new ContractCase(contract.name(), steps);
    }

    private ContractCase.Step step(ContractCase.Step step) {
        if (step.isNoteAlone()) {
            return step;
        }
        ObjectNode request = tell(step.request());
        boolean cosine = step.request().path("body").path("using").asText().equals("text");
        ObjectNode response = Rewriting.response(cosine).object(step.response());
        return new ContractCase.Step(step.note(), request, moved(step.request(), request, response));
    }

    /** An error at the end of the body stands at the end of the rewritten one. */
    private static ObjectNode moved(JsonNode before, JsonNode after, ObjectNode response) {
        if (!before.has("body")) {
            return response;
        }
        String recorded = "line 1 column " + RecordedJson.of(before.get("body")).length();
        String now = "line 1 column " + RecordedJson.of(after.get("body")).length();
        return (ObjectNode) ContractCase.json(response.toString().replace(recorded + "\"", now + "\""));
    }

    @Override
    public ObjectNode tell(ObjectNode request) {
        ObjectNode told = Rewriting.request().object(request);
        return told.put("path", Names.path(request.get("path").asText()));
    }

    @Override
    public Nodes.Settings settings(String node) {
        return switch (node) {
            case "auth" -> Nodes.Settings.keys("boss-key", "guest-key");
            case "recmode" -> Nodes.Settings.recovering("being mended");
            default -> Nodes.Settings.plain();
        };
    }
}
