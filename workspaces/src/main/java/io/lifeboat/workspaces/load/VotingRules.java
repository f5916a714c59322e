package io.lifeboat.workspaces.load;

/** Whether the vantages can decide anything. */
final class VotingRules implements Rule {
    private static final int FEWEST = 3;

    @Override
    public void check(Cursor root, Findings findings) {
        Cursor vantages = root.get("vantages");
        int count = vantages.items().size();
        if (count > 0 && count < FEWEST) {
            findings.warn(
                    vantages,
                    count == 1 ? "1 vantage" : count + " vantages",
                    "at least 3: fewer cannot outvote one that lies");
        } else if (count > 0 && count % 2 == 0) {
            findings.warn(
                    vantages, count + " vantages", "an odd number: one more would outvote as many, one fewer too");
        }
        vantages.items().stream()
                .filter(vantage -> vantage.get("controls").items().isEmpty())
                .forEach(vantage ->
                        findings.warn(vantage, "no controls", "something to tell 'it is down' from 'I am cut off' by"));
        root.get("workspaces").items().forEach(workspace -> mostVotes(workspace, count, findings));
    }

    private static void mostVotes(Cursor workspace, int count, Findings findings) {
        Cursor at = workspace.get("policies").get("minVantages");
        at.number()
                .filter(wanted -> wanted > count)
                .ifPresent(wanted ->
                        findings.problem(at, String.valueOf(wanted), "at most the number of vantages (" + count + ")"));
    }
}
