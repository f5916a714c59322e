package io.lifeboat.restore.restore;

import io.lifeboat.backup.BackupId;
import io.lifeboat.backup.BackupRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which backup is restored, and why. By default the newest that is proven: one that nobody has restored before may not be
 * restorable. By time, the newest at or before it and never after. Pure.
 */
public sealed interface BackupChoice {

    /**
     * This one.
     *
     * @param chain what must be restored, in that order: the full one first
     * @param why in one sentence, with what is to be known about it
     */
    record Chosen(BackupRecord backup, List<BackupRecord> chain, String why) implements BackupChoice {}

    /** None will do. */
    record None(String why) implements BackupChoice {}

    /** @param all of the workspace, in any order */
    static BackupChoice of(List<BackupRecord> all, BackupWish wish, Instant now) {
        Map<BackupId, BackupRecord> byId =
                all.stream().collect(Collectors.toMap(BackupRecord::id, Function.identity(), (one, same) -> one));
        List<BackupRecord> candidates = all.stream()
                .filter(backup -> backup.id().source().equals(wish.source()))
                .filter(backup -> isWanted(backup, wish))
                .sorted(Comparator.comparing(BackupRecord::taken)
                        .thenComparing(BackupRecord::id)
                        .reversed())
                .toList();
        Map<BackupId, String> refused = new LinkedHashMap<>();
        for (BackupRecord candidate : candidates) {
            Optional<List<BackupRecord>> chain = chain(candidate, byId);
            Optional<String> refusal =
                    chain.isEmpty() ? Optional.of("a link of its chain is missing") : refusal(candidate, wish);
            if (refusal.isEmpty()) {
                return new Chosen(candidate, chain.orElseThrow(), why(candidate, chain.orElseThrow(), wish, now));
            }
            refused.put(candidate.id(), refusal.get());
        }
        return new None(none(wish, refused));
    }

    private static boolean isWanted(BackupRecord backup, BackupWish wish) {
        if (wish.backup().isPresent()) {
            return backup.id().equals(wish.backup().get());
        }
        if (wish.at().isPresent()) {
            return !end(backup).isAfter(wish.at().get());
        }
        return backup.isProven()
                && wish.before().map(limit -> end(backup).isBefore(limit)).orElse(true);
    }

    /** What was written until its end may be in it: so a moment before that is not one that it can bring back. */
    private static Instant end(BackupRecord backup) {
        return backup.taken().plus(backup.took());
    }

    private static Optional<String> refusal(BackupRecord backup, BackupWish wish) {
        if (backup.proof() != null && !backup.proof().passed()) {
            return Optional.of("its proof failed: " + backup.proof().why());
        }
        List<String> missing = wish.collections().stream()
                .filter(name -> backup.collection(name).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of("it does not hold " + missing);
        }
        if (wish.target().isEmpty()) {
            return Optional.empty();
        }
        return switch (VersionFit.of(backup.serverVersion(), wish.target().get())) {
            case VersionFit.Fits fits -> Optional.empty();
            case VersionFit.Warned warned -> Optional.empty();
            case VersionFit.Refused refused -> Optional.of(refused.why());
        };
    }

    private static Optional<List<BackupRecord>> chain(BackupRecord last, Map<BackupId, BackupRecord> byId) {
        List<BackupRecord> links = new ArrayList<>(List.of(last));
        BackupRecord first = last;
        while (first.base() != null) {
            BackupRecord before = byId.get(first.base());
            if (before == null || links.contains(before)) {
                return Optional.empty();
            }
            links.addFirst(before);
            first = before;
        }
        return Optional.of(links);
    }

    private static String why(BackupRecord chosen, List<BackupRecord> chain, BackupWish wish, Instant now) {
        StringBuilder why = new StringBuilder(chosen.id().text());
        why.append(
                wish.backup().isPresent()
                        ? ", which was asked for"
                        : wish.at()
                                .map(at -> ", the newest at or before " + at)
                                .orElseGet(() -> wish.before()
                                        .map(limit -> ", the newest proven one before " + limit)
                                        .orElse(", the newest proven one")));
        Duration age = Duration.between(end(chosen), now);
        why.append(
                "; what was written in the last %d s before now is not in it".formatted(Math.max(0, age.toSeconds())));
        wish.maxAge()
                .filter(limit -> age.compareTo(limit) > 0)
                .ifPresent(limit -> why.append(", more than the %d s of the objective".formatted(limit.toSeconds())));
        if (!chosen.isProven()) {
            why.append("; it was never proven");
        }
        if (chain.size() > 1) {
            why.append("; a chain of %d".formatted(chain.size()));
        }
        if (wish.target().isPresent()
                && VersionFit.of(chosen.serverVersion(), wish.target().get()) instanceof VersionFit.Warned warned) {
            why.append("; ").append(warned.why());
        }
        return why.toString();
    }

    private static String none(BackupWish wish, Map<BackupId, String> refused) {
        String what = wish.backup()
                .map(id -> "no backup " + id)
                .or(() -> wish.at().map(at -> "no backup at or before " + at))
                .or(() -> wish.before().map(limit -> "no proven backup before " + limit))
                .orElse("no proven backup");
        return refused.isEmpty() ? what : what + " will do: " + refused;
    }
}
