package io.lifeboat.notifier.channel;

import io.lifeboat.notifier.message.Message;
import io.lifeboat.workspaces.config.Channel;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jboss.logging.Logger;

/** {@code type: log}: the service's own log, so also its console. */
@Singleton
final class LogChannel implements NoticeChannel {
    private static final Logger LOG = Logger.getLogger("io.lifeboat.notice");

    @Override
    public String type() {
        return "log";
    }

    @Override
    public Delivery deliver(Channel channel, Message message, String key, Instant deadline) {
        LOG.infof(
                "notice workspace=%s incident=%s phase=%s audience=%s subject=\"%s\"%n%s",
                message.workspace(),
                message.incident(),
                message.phase().text(),
                message.audience(),
                message.subject(),
                message.text());
        return new Delivery.Sent("written to the log");
    }
}
