package io.lifeboat.workspaces.config;

/**
 * How many backups are kept of each age: of the last so many hours, days, weeks, months and years one each, the newest.
 * Everything younger than the hours is kept whole.
 *
 * @param hourly hours; 48 unless said otherwise
 * @param daily days; 30 unless said otherwise
 * @param weekly weeks; 12 unless said otherwise
 * @param monthly months; 12 unless said otherwise
 * @param yearly years; 7 unless said otherwise
 */
public record Keep(int hourly, int daily, int weekly, int monthly, int yearly) {
    public static final Keep DEFAULT = new Keep(48, 30, 12, 12, 7);

    private static final int MOST = 10_000;

    public Keep {
        Checks.within("hourly", hourly, 1, MOST);
        Checks.within("daily", daily, 0, MOST);
        Checks.within("weekly", weekly, 0, MOST);
        Checks.within("monthly", monthly, 0, MOST);
        Checks.within("yearly", yearly, 0, MOST);
    }
}
