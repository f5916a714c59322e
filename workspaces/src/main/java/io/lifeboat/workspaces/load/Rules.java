package io.lifeboat.workspaces.load;

import java.util.List;

/** All rules that span keys. */
final class Rules {
    private static final List<Rule> ALL = List.of(
            new UniqueNames(),
            new OwnedOnce(),
            new VotingRules(),
            new ApprovalRules(),
            new PlainSecrets(),
            new PlanReferences());

    private Rules() {}

    static void check(Cursor root, Findings findings) {
        ALL.forEach(rule -> rule.check(root, findings));
    }
}
