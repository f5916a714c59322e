package io.lifeboat.workspaces.load;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What is switched, fenced or served belongs to one site of one workspace: two recoveries must never move the same thing. */
final class OwnedOnce implements Rule {

    @Override
    public void check(Cursor root, Findings findings) {
        Claims served = new Claims("an address of its own", findings);
        Claims switches = new Claims("a switch of its own", findings);
        Claims fences = new Claims("a fence of its own", findings);
        for (Cursor workspace : root.get("workspaces").items()) {
            served.claim(workspace, "address", workspace.get("address"), Addresses::ofUrl);
            switches.claim(workspace, "admin", workspace.get("traffic").get("admin"), Addresses::ofUrl);
            for (Cursor site : workspace.get("sites").items()) {
                site.get("nodes").items().forEach(node -> served.claim(site, "node", node, Addresses::ofUrl));
                served.claim(site, "value", site.get("value"), value -> Addresses.ofValue(value, workspace.path()));
                fences.claim(site, "fence", site.get("fence").get("url"), Addresses::ofFence);
            }
        }
        commands(root, findings);
    }

    /** The same command may tell workspaces apart by its input, so this is a warning. */
    private static void commands(Cursor root, Findings findings) {
        Map<Object, Cursor> seen = new HashMap<>();
        for (Cursor workspace : root.get("workspaces").items()) {
            command(workspace.get("traffic").get("set"), seen, findings);
            workspace
                    .get("sites")
                    .items()
                    .forEach(site -> command(site.get("fence").get("command"), seen, findings));
        }
    }

    private static void command(Cursor at, Map<Object, Cursor> seen, Findings findings) {
        at.plain().ifPresent(command -> {
            Cursor first = seen.putIfAbsent(command, at);
            if (first != null) {
                findings.warn(
                        at,
                        "the very command of %s on line %d"
                                .formatted(first.path(), first.place().line()),
                        "one that can tell what it is to change");
            }
        });
    }

    private record Claim(String owner, String kind, Cursor at) {}

    private static final class Claims {
        private final String expected;
        private final Findings findings;
        private final Map<String, Claim> seen = new HashMap<>();

        Claims(String expected, Findings findings) {
            this.expected = expected;
            this.findings = findings;
        }

        /** A site's value may be the address of one of its nodes; nothing else is named twice. */
        void claim(Cursor owner, String kind, Cursor at, UnaryOperator<String> normalised) {
            if (at.text().isEmpty() || findings.isWrong(at)) {
                return;
            }
            Claim claim = new Claim(owner.path(), kind, at);
            Claim first = seen.putIfAbsent(normalised.apply(at.text().get()), claim);
            if (first != null
                    && (!first.owner().equals(claim.owner()) || first.kind().equals(kind))) {
                findings.problem(
                        at,
                        "'%s', which is %s on line %d already"
                                .formatted(
                                        at.text().get(),
                                        first.at().path(),
                                        first.at().place().line()),
                        expected);
            }
        }
    }
}
