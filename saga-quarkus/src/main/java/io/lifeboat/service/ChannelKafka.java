package io.lifeboat.service;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.HashMap;
import java.util.Map;

/**
 * How SmallRye's channels reach Kafka: as the participant does. A channel takes it by {@code
 * kafka-configuration=lifeboat}; what is set for the channel itself counts more.
 */
@ApplicationScoped
public class ChannelKafka {
    /** The name by which channels take it. */
    public static final String NAME = "lifeboat";

    @Produces
    @Identifier(NAME)
    Map<String, Object> settings(ServiceSettings settings) {
        Map<String, Object> all = new HashMap<>(settings.kafka().client());
        all.put("bootstrap.servers", settings.kafka().bootstrap());
        return all;
    }
}
