package io.lifeboat.events.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.command.CommandVerifier.Checked;
import io.lifeboat.events.id.CommandId;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Arguments;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandVerifierTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Person ALICE = new Person("alice");

    private final KeyPair alices = KeyFiles.generate();
    private final CommandSigner signer = new CommandSigner("alice-2026", alices.getPrivate());
    private final CommandVerifier verifier = verifier(Set.of(Role.OPERATOR, Role.APPROVER));

    private CommandVerifier verifier(Set<Role> roles) {
        return new CommandVerifier(Map.of("alice-2026", new OperatorKey(ALICE, alices.getPublic(), roles)));
    }

    private static CommandEnvelope command(Action action, Person subject, Instant issued) {
        return new CommandEnvelope(
                new CommandId(new UUID(1, 2)),
                new WorkspaceId("shop"),
                null,
                action,
                Arguments.of("why", "migration – später"),
                7,
                issued,
                issued.plusSeconds(60),
                "0123456789abcdef",
                subject);
    }

    private static CommandEnvelope hold() {
        return command(Action.HOLD, ALICE, NOW);
    }

    private static void assertRefused(Checked checked, String reason) {
        assertThat(checked).isEqualTo(new Checked.Refused(reason));
    }

    @Test
    void shouldFindACommandGenuineWhenItsOwnerSignedIt() {
        assertThat(verifier.verify(signer.sign(hold()), NOW)).isEqualTo(new Checked.Genuine(hold()));
    }

    @Test
    void shouldRefuseWhenTheKeyIsNotKnown() {
        SignedCommand signed = new CommandSigner("mallory", alices.getPrivate()).sign(hold());

        assertRefused(verifier.verify(signed, NOW), "key 'mallory' is not known");
    }

    @Test
    void shouldRefuseWhenAnotherKeySigned() {
        SignedCommand signed =
                new CommandSigner("alice-2026", KeyFiles.generate().getPrivate()).sign(hold());

        assertRefused(verifier.verify(signed, NOW), "the signature is not one of key 'alice-2026'");
    }

    @Test
    void shouldRefuseWhenThePayloadWasChanged() {
        SignedCommand signed = signer.sign(hold());
        SignedCommand changed =
                new SignedCommand(signed.key(), signed.payload().replace("shop", "bank"), signed.signature());

        assertRefused(verifier.verify(changed, NOW), "the signature is not one of key 'alice-2026'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "no base64!", "äöü"})
    void shouldRefuseWhenTheSignatureIsNone(String signature) {
        SignedCommand unsigned =
                new SignedCommand("alice-2026", signer.sign(hold()).payload(), signature);

        assertRefused(verifier.verify(unsigned, NOW), "the signature is not one of key 'alice-2026'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "hold everything", "{\"action\":\"dance\"}"})
    void shouldRefuseWhenThePayloadIsNoCommand(String payload) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(alices.getPrivate());
        signature.update(payload.getBytes(StandardCharsets.UTF_8));
        SignedCommand signed =
                new SignedCommand("alice-2026", payload, Base64.getEncoder().encodeToString(signature.sign()));

        assertRefused(verifier.verify(signed, NOW), "the payload is no command");
    }

    @Test
    void shouldRefuseWhenItHasExpired() {
        SignedCommand signed = signer.sign(hold());

        assertThat(verifier.verify(signed, NOW.plusSeconds(60))).isEqualTo(new Checked.Genuine(hold()));
        assertRefused(
                verifier.verify(signed, NOW.plusSeconds(60).plusMillis(1)),
                "it expired at 2026-03-01T08:01:00Z, now is 2026-03-01T08:01:00.001Z");
    }

    @Test
    void shouldRefuseWhenItWasIssuedInTheFuture() {
        Duration ahead = CommandVerifier.MOST_AHEAD;
        CommandEnvelope justAhead = command(Action.HOLD, ALICE, NOW.plus(ahead));
        CommandEnvelope tooFar = command(Action.HOLD, ALICE, NOW.plus(ahead).plusMillis(1));

        assertThat(verifier.verify(signer.sign(justAhead), NOW)).isEqualTo(new Checked.Genuine(justAhead));
        assertRefused(
                verifier.verify(signer.sign(tooFar), NOW),
                "it was issued at 2026-03-01T08:00:05.001Z, but now is 2026-03-01T08:00:00Z");
    }

    @Test
    void shouldRefuseWhenTheSubjectIsNotTheKeysOwner() {
        SignedCommand signed = signer.sign(command(Action.HOLD, new Person("bob"), NOW));

        assertRefused(verifier.verify(signed, NOW), "alice signed in the name of bob");
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void shouldRefuseWhenTheRoleIsMissing(Action action) {
        Role needed = Role.neededFor(action);
        Role other = needed == Role.OPERATOR ? Role.APPROVER : Role.OPERATOR;
        CommandEnvelope command = command(action, ALICE, NOW);

        assertRefused(
                verifier(Set.of(other)).verify(signer.sign(command), NOW),
                "alice is no %s, which '%s' needs"
                        .formatted(needed == Role.OPERATOR ? "operator" : "approver", action.text()));
        assertThat(verifier(Set.of(needed)).verify(signer.sign(command), NOW)).isEqualTo(new Checked.Genuine(command));
    }

    @Test
    void shouldNeedAnApproverForApprovalsAndAnOperatorForTheRest() {
        assertThat(Role.neededFor(Action.APPROVE)).isEqualTo(Role.APPROVER);
        assertThat(Role.neededFor(Action.REJECT)).isEqualTo(Role.APPROVER);
        assertThat(Role.neededFor(Action.ABORT)).isEqualTo(Role.OPERATOR);
        assertThat(Role.neededFor(Action.RELEASE)).isEqualTo(Role.OPERATOR);
    }

    @Test
    void shouldTakeEd25519KeysOnly() throws GeneralSecurityException {
        KeyPair ec = KeyPairGenerator.getInstance("EC").generateKeyPair();
        KeyPair ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair();

        assertThatThrownBy(() -> new CommandSigner("k", ec.getPrivate())).hasMessage("key: expected Ed25519, got EC");
        assertThatThrownBy(() -> new OperatorKey(ALICE, ed448.getPublic(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("key: expected Ed25519, got Ed");
    }
}
