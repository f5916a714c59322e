package io.lifeboat.workspaces.load;

/** Whether what a policy asks for can happen at all. */
final class ApprovalRules implements Rule {

    @Override
    public void check(Cursor root, Findings findings) {
        long approvers = approvers(root);
        for (Cursor workspace : root.get("workspaces").items()) {
            Cursor two = workspace.get("policies").get("twoPersons");
            if (two.flag().orElse(false) && approvers < 2) {
                findings.warn(
                        two, "the two-person rule, and approvers: " + approvers, "at least 2 operators who approve");
            }
            fences(workspace, findings);
        }
    }

    private static long approvers(Cursor root) {
        return root.get("operators").items().stream()
                .filter(operator -> operator.get("roles").items().stream()
                        .anyMatch(role -> role.text().filter("approver"::equals).isPresent()))
                .flatMap(operator -> operator.get("subject").text().stream())
                .distinct()
                .count();
    }

    private static void fences(Cursor workspace, Findings findings) {
        if (workspace.get("policies").get("fenceRequired").flag().orElse(false)) {
            workspace.get("sites").items().stream()
                    .filter(site -> !site.get("fence").isPresent())
                    .forEach(site -> findings.warn(
                            site, "no fence, though fenceRequired is true", "a fence: traffic cannot leave this site"));
        }
    }
}
