package io.lifeboat.workspaces.config;

import java.time.Duration;

/**
 * What Lifeboat may do by itself.
 *
 * @param automatic cluster failover without a person; true unless said otherwise
 * @param regionAutomatic region failover without a person though there are only two sites; false unless said otherwise
 * @param partitionAutomatic failover after a network partition without a person; false unless said otherwise
 * @param coolDown from a traffic claim until the next automatic failover; 10 minutes unless said otherwise
 * @param twoPersons what needs approval needs it from two people; false unless said otherwise
 * @param maxLag a standby that is further behind is used only by command; the maximum RPO of collections (15 minutes)
 *     unless said otherwise
 * @param partitionGrace how long a partition must last until failover is proposed; 2 minutes unless said otherwise
 * @param fenceRequired traffic moves only if the old site was fenced; false unless said otherwise
 * @param minVantages vantages that must agree for a verdict; never fewer than the majority of all configured ones; 1 unless
 *     said otherwise
 */
public record Policies(
        boolean automatic,
        boolean regionAutomatic,
        boolean partitionAutomatic,
        Duration coolDown,
        boolean twoPersons,
        Duration maxLag,
        Duration partitionGrace,
        boolean fenceRequired,
        int minVantages) {
    public static final Policies DEFAULT = new Policies(
            true, false, false, Duration.ofMinutes(10), false, Duration.ofMinutes(15), Duration.ofMinutes(2), false, 1);

    public Policies {
        Checks.notNegative("coolDown", coolDown);
        Checks.notNegative("maxLag", maxLag);
        Checks.notNegative("partitionGrace", partitionGrace);
        Checks.within("minVantages", minVantages, 1, 100);
    }

    /** How many people must approve what needs approval. */
    public int approvers() {
        return twoPersons ? 2 : 1;
    }
}
