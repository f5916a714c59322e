package io.lifeboat.workspaces.objective;

import io.lifeboat.events.incident.Severity;

/** Whom a severity calls, and how fast it is answered. The times themselves are in {@link Severity}. */
public enum Escalation {
    P0("0-15 min", "all hands, executives", "total outage, data corruption, breach"),
    P1("15-30 min", "engineering, management", "database failure, major component down"),
    P2("30-60 min", "on-call engineer", "non-critical service down, minor inconsistency"),
    P3("next business day", "ticket", "alerts, non-critical feature");

    private final String response;
    private final String people;
    private final String examples;

    Escalation(String response, String people, String examples) {
        this.response = response;
        this.people = people;
        this.examples = examples;
    }

    public static Escalation of(Severity severity) {
        return valueOf(severity.name());
    }

    public String response() {
        return response;
    }

    public String people() {
        return people;
    }

    public String examples() {
        return examples;
    }
}
