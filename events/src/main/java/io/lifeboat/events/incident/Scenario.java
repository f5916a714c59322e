package io.lifeboat.events.incident;

/** What has happened. A closed set: each has a row in the table of objectives. */
public enum Scenario {
    NODE_FAILURE,
    APP_FAILURE,
    CLUSTER_FAILURE,
    REGION_FAILURE,
    DATA_CORRUPTION,
    NETWORK_PARTITION,
    SECURITY_BREACH,
    BACKUP_AT_RISK
}
