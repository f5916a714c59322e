package io.lifeboat.notifier.action;

import io.lifeboat.notifier.channel.Dispatcher;
import io.lifeboat.notifier.message.Messages;
import io.lifeboat.notifier.message.Phase;
import io.lifeboat.notifier.message.Situation;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.workspaces.config.Channel;
import io.lifeboat.workspaces.config.Contact;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What the steps of this service share: whom to tell, what, by when. Thread-safe. */
@Singleton
class Notices {
    private static final Duration LAST_WORDS = Duration.ofMillis(300);

    private final LifeboatConfig config;
    private final Dispatcher dispatcher;
    private final InstantSource clock;

    Notices(LifeboatConfig config, Dispatcher dispatcher, InstantSource clock) {
        this.config = config;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    StepOutcome send(StepContext context, Phase phase, String reason) throws InterruptedException {
        WorkspaceConfig workspace = config.workspace(context.workspace().id()).orElse(null);
        if (workspace == null) {
            return StepOutcome.failed("workspace %s is not configured here"
                    .formatted(context.workspace().id()));
        }
        List<String> wanted = context.arguments().texts("channels");
        List<String> unknown = new ArrayList<>(wanted);
        workspace.channels().forEach(channel -> unknown.remove(channel.id()));
        if (!unknown.isEmpty()) {
            return StepOutcome.failed(
                    "channels: expected those of workspace %s, got %s".formatted(workspace.id(), unknown));
        }
        Situation at = situation(context, workspace, reason);
        String key = "%s:%s".formatted(context.key(), phase.text());
        return dispatcher
                .send(
                        channels(context, workspace, wanted),
                        audience -> Messages.write(at, phase, audience),
                        key,
                        context.deadline().minus(LAST_WORDS))
                .outcome();
    }

    private static List<Channel> channels(StepContext context, WorkspaceConfig workspace, List<String> wanted) {
        return workspace.channels().stream()
                .filter(channel -> wanted.isEmpty() || wanted.contains(channel.id()))
                .filter(channel ->
                        channel.severities().contains(context.incident().severity()))
                .toList();
    }

    private Situation situation(StepContext context, WorkspaceConfig workspace, String reason) {
        List<Contact> contacts = workspace.contacts().stream()
                .filter(contact ->
                        contact.severities().contains(context.incident().severity()))
                .toList();
        return new Situation(
                context.workspace(), context.incident(), context.step(), reason, contacts, clock.instant());
    }
}
