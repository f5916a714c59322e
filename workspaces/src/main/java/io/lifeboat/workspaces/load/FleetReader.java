package io.lifeboat.workspaces.load;

import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.workspaces.config.BadValue;
import io.lifeboat.workspaces.config.Brake;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Operator;
import io.lifeboat.workspaces.config.Role;
import io.lifeboat.workspaces.config.SecretUnavailable;
import io.lifeboat.workspaces.config.Vantage;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.net.URI;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what concerns the fleet: vantages, brake, operators. */
final class FleetReader {
    private final Sections sections;
    private final Findings findings;

    FleetReader(Sections sections) {
        this.sections = sections;
        this.findings = sections.findings();
    }

    Optional<LifeboatConfig> read(Cursor root) {
        WorkspaceReader workspaces = new WorkspaceReader(sections);
        List<Vantage> vantages = sections.list(root.get("vantages"), this::vantage);
        Brake brake = brake(root.get("brake"));
        Map<PublicKey, Cursor> keys = new HashMap<>();
        List<Operator> operators = sections.list(root.get("operators"), at -> operator(at, keys));
        List<WorkspaceConfig> protectedOnes = sections.list(root.get("workspaces"), workspaces::read);
        return findings.attempt(root, () -> new LifeboatConfig(vantages, brake, operators, protectedOnes));
    }

    private Optional<Vantage> vantage(Cursor at) {
        List<URI> controls = findings.isWrong(at) ? List.of() : sections.urls(at.get("controls"));
        return findings.attempt(at, () -> {
            String id = at.text().or(() -> at.get("id").text()).orElseThrow();
            int needed = at.get("controlsNeeded").number().orElse(Math.min(1, controls.size()));
            return new Vantage(new VantageId(id), controls, needed);
        });
    }

    private Brake brake(Cursor at) {
        return findings.attempt(
                        at,
                        () -> new Brake(
                                at.get("most").number().orElse(Brake.DEFAULT.most()),
                                at.get("window").duration().orElse(Brake.DEFAULT.window())))
                .orElse(Brake.DEFAULT);
    }

    private Optional<Operator> operator(Cursor at, Map<PublicKey, Cursor> keys) {
        Set<Role> roles = at.get("roles").items().stream()
                .flatMap(role -> role.text().stream())
                .flatMap(role -> Arrays.stream(Role.values())
                        .filter(known -> known.name().equalsIgnoreCase(role)))
                .collect(Collectors.toSet());
        Cursor keyAt = at.get("publicKey");
        Optional<PublicKey> key = findings.attempt(keyAt, () -> publicKey(keyAt, keys));
        return findings.attempt(
                at,
                () -> new Operator(
                        new Person(at.get("subject").text().orElseThrow()),
                        at.get("key").text().orElseThrow(),
                        key.orElseThrow(),
                        roles));
    }

    /** A key signs for one person: else nobody could tell who approved. */
    private PublicKey publicKey(Cursor at, Map<PublicKey, Cursor> keys) {
        PublicKey key = readKey(at);
        Cursor first = keys.putIfAbsent(key, at);
        if (first != null) {
            throw new BadValue(
                    "",
                    "the very key of %s on line %d"
                            .formatted(first.path(), first.place().line()),
                    "a key of its own");
        }
        return key;
    }

    private PublicKey readKey(Cursor at) {
        try {
            return PublicKeys.read(sections.secret(at).orElseThrow().resolve());
        } catch (SecretUnavailable e) {
            throw new BadValue("", e.getMessage(), "an Ed25519 public key there");
        } catch (InvalidKeyException e) {
            throw new BadValue("", e.getMessage(), "an Ed25519 public key, in PEM or Base64");
        }
    }
}
