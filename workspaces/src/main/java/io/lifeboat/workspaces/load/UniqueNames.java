package io.lifeboat.workspaces.load;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names that must be unique where they stand. */
final class UniqueNames implements Rule {

    @Override
    public void check(Cursor root, Findings findings) {
        names(root.get("vantages").items().stream().map(at -> at.text().isPresent() ? at : at.get("id")), findings);
        names(root.get("operators"), "key", findings);
        names(root.get("workspaces"), "id", findings);
        for (Cursor workspace : root.get("workspaces").items()) {
            names(workspace.get("sites"), "id", findings);
            names(workspace.get("collections"), "name", findings);
            names(workspace.get("verification").get("endpoints"), "name", findings);
            names(workspace.get("verification").get("smoke"), "name", findings);
            names(workspace.get("channels").items().stream().map(UniqueNames::ownOrType), findings);
            names(workspace.get("backups").get("sources").items().stream().map(UniqueNames::ownOrType), findings);
            targets(workspace, findings);
        }
    }

    private static Cursor ownOrType(Cursor at) {
        return at.get("id").isPresent() ? at.get("id") : at.get("type");
    }

    /** Applications and the numbered nodes of the sites are targets of one workspace. */
    private static void targets(Cursor workspace, Findings findings) {
        Map<String, Cursor> nodes = new HashMap<>();
        for (Cursor site : workspace.get("sites").items()) {
            int count = site.get("nodes").items().size();
            site.get("id")
                    .text()
                    .ifPresent(id -> IntStream.rangeClosed(1, count)
                            .forEach(number -> nodes.put(id + "-" + number, site.get("id"))));
        }
        Map<String, Cursor> seen = new HashMap<>(nodes);
        workspace.get("applications").items().forEach(app -> name(app.get("id"), seen, findings));
    }

    private static void names(Cursor list, String key, Findings findings) {
        names(list.items().stream().map(item -> item.get(key)), findings);
    }

    private static void names(Stream<Cursor> names, Findings findings) {
        Map<String, Cursor> seen = new HashMap<>();
        names.forEach(name -> name(name, seen, findings));
    }

    private static void name(Cursor at, Map<String, Cursor> seen, Findings findings) {
        at.text().ifPresent(text -> {
            Cursor first = seen.putIfAbsent(text, at);
            if (first != null) {
                findings.problem(
                        at,
                        "'%s' a second time, first as %s on line %d"
                                .formatted(text, first.path(), first.place().line()),
                        "a name of its own");
            }
        });
    }
}
