package io.lifeboat.workspaces.load;

import io.lifeboat.workspaces.config.SecretRef;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Secrets in places whose shape the schema leaves open. What is named like a secret must be a reference; what stood there is
 * never repeated.
 */
final class PlainSecrets implements Rule {
    private static final Pattern NAME =
            Pattern.compile(".*(token|secret|password|passwd|passphrase|credential|api[-_]?key|private[-_]?key).*");
    private static final Pattern OPTION =
            Pattern.compile("-{1,2}[a-z-]*(token|secret|password|passwd|passphrase|credential|api[-_]?key)[a-z-]*=.+");

    @Override
    public void check(Cursor root, Findings findings) {
        for (Cursor workspace : root.get("workspaces").items()) {
            open(workspace.get("traffic"), findings);
            workspace.get("sites").items().forEach(site -> open(site.get("fence"), findings));
            workspace.get("channels").items().forEach(channel -> open(channel, findings));
            workspace.get("contacts").items().forEach(contact -> open(contact.get("reach"), findings));
            open(workspace.get("backups").get("store"), findings);
            open(workspace.get("backups").get("scratch"), findings);
            workspace.get("backups").get("sources").items().forEach(source -> open(source, findings));
            Cursor plans = workspace.get("plans");
            plans.keys()
                    .forEach(scenario -> plans.get(scenario)
                            .get("steps")
                            .items()
                            .forEach(step -> open(step.get("arguments"), findings)));
        }
    }

    private static void open(Cursor at, Findings findings) {
        for (String key : at.keys()) {
            Cursor below = at.get(key);
            if (NAME.matcher(key.toLowerCase(Locale.ROOT)).matches()) {
                named(below, findings);
            } else {
                open(below, findings);
            }
        }
        at.items().forEach(item -> option(item, findings));
    }

    private static void named(Cursor at, Findings findings) {
        boolean reference = at.text().filter(PlainSecrets::isReference).isPresent();
        if (!reference) {
            findings.problem(at, SchemaCheck.NOT_SHOWN, SecretRef.EXPECTED + ", never the secret itself");
        }
    }

    private static void option(Cursor item, Findings findings) {
        boolean plain = item.text()
                .filter(text -> OPTION.matcher(text.toLowerCase(Locale.ROOT)).matches())
                .isPresent();
        if (plain) {
            findings.problem(item, SchemaCheck.NOT_SHOWN, "a command that reads its secret itself");
        }
        open(item, findings);
    }

    private static boolean isReference(String text) {
        try {
            return !SecretRef.parse(text, Path.of("")).name().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
