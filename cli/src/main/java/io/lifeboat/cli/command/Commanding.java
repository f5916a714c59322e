package io.lifeboat.cli.command;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.lab.LabLayout;
import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.CommandId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Arguments;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands have in common: read the log, sign, send, and say what the log answers. */
abstract class Commanding implements Callable<Integer> {
    private static final int NONCE_BYTES = 16;

    @Mixin
    private SignOptions options = new SignOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What is wanted, now that the log has been read. */
    abstract Wish wish(LogState log);

    @Override
    public Integer call() throws IOException, InterruptedException {
        var signer = options.signer();
        PrintWriter out = spec.commandLine().getOut();
        try (CommandDispatch dispatch = new CommandDispatch(options.log().kafka())) {
            LogState state = dispatch.state();
            Wish wish = wish(state);
            wish.note().ifPresent(out::println);
            SignedCommand signed = signer.sign(envelope(wish, state));
            if (options.save().isPresent()) {
                SignedFile.write(options.save().get(), signed);
            }
            return tell(dispatch.send(signed), out);
        }
    }

    final LabLayout layout() {
        return options.log().layout();
    }

    static int tell(Answer answer, PrintWriter out) {
        return switch (answer) {
            case Answer.Obeyed obeyed -> {
                out.println(obeyed.what());
                yield 0;
            }
            case Answer.Refused refused -> {
                out.println("refused: " + refused.why());
                yield Failure.FAILED;
            }
        };
    }

    private CommandEnvelope envelope(Wish wish, LogState state) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Arguments arguments = options.reason()
                .map(text -> wish.arguments().with("reason", text))
                .orElse(wish.arguments());
        return new CommandEnvelope(
                new CommandId(UUID.randomUUID()),
                wish.workspace().orElse(null),
                wish.incident().orElse(null),
                wish.action(),
                arguments,
                options.basis(version(wish, state)),
                now,
                now.plus(options.valid()),
                nonce(),
                options.person());
    }

    private static long version(Wish wish, LogState state) {
        return wish.workspace()
                .map(id -> state.workspace(id).map(Workspace::version).orElse(0L))
                .orElse(state.fleet().version());
    }

    private static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** @throws Failure if the text is no name of a workspace */
    static WorkspaceId workspace(String name) {
        try {
            return new WorkspaceId(name);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("WORKSPACE: %s", e.getMessage());
        }
    }

    /** @throws Failure if the text is no incident number */
    static IncidentId incident(String number) {
        try {
            return new IncidentId(number.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Failure.usage("INCIDENT: %s", e.getMessage());
        }
    }

    /**
     * The workspace in which the incident is open.
     *
     * @throws Failure if there is none
     */
    static Workspace of(LogState log, IncidentId incident) {
        Optional<Workspace> found = log.workspaces().values().stream()
                .filter(workspace -> workspace.find(incident).isPresent())
                .findFirst();
        return found.orElseThrow(() -> Failure.failed("no incident %s is open", incident));
    }
}
