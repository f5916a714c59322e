package io.lifeboat.restore.restore;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a server can restore what another version made: the same minor version and no older patch; one minor version up with
 * a warning; nothing else. The server itself would try anything. Pure.
 */
public sealed interface VersionFit {

    record Fits() implements VersionFit {}

    /** It can be tried. */
    record Warned(String why) implements VersionFit {}

    record Refused(String why) implements VersionFit {}

    Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6}).*");

    /** @param made by this version; null where nobody recorded it */
    static VersionFit of(@Nullable String made, String target) {
        if (made == null) {
            return new Warned("nobody recorded what version made it");
        }
        Optional<int[]> from = parse(made);
        Optional<int[]> to = parse(target);
        if (from.isEmpty() || to.isEmpty()) {
            return new Refused("versions: expected three numbers each, got '%s' and '%s'".formatted(made, target));
        }
        return judge(made, from.get(), target, to.get());
    }

    private static VersionFit judge(String made, int[] from, String target, int[] to) {
        if (from[0] == to[0] && from[1] == to[1]) {
            return to[2] >= from[2]
                    ? new Fits()
                    : new Refused("it was made by %s, and %s is older".formatted(made, target));
        }
        if (from[0] == to[0] && to[1] == from[1] + 1) {
            return new Warned("it was made by %s, one minor version before %s".formatted(made, target));
        }
        return new Refused(
                "it was made by %s: expected the same minor version or one up, got %s".formatted(made, target));
    }

    private static Optional<int[]> parse(String version) {
        Matcher matcher = FORM.matcher(version);
        return matcher.matches()
                ? Optional.of(new int[] {
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3))
                })
                : Optional.empty();
    }
}
