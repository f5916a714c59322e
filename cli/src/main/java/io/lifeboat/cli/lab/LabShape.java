package io.lifeboat.cli.lab;

import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;
import java.util.List;
import java.util.stream.Stream;

/** What every lab consists of: one workspace on two sites, three vantages, the services. */
public final class LabShape {
    public static final WorkspaceId WORKSPACE = new WorkspaceId("shop");
    public static final SiteId BLUE = new SiteId("blue");
    public static final SiteId GREEN = new SiteId("green");
    public static final List<SiteId> SITES = List.of(BLUE, GREEN);
    public static final List<String> VANTAGES = List.of("north", "south", "west");

    public static final String KAFKA = "kafka";
    public static final String EDGE = "edge";
    public static final String APP = "app";

    /** Who commands in the lab, and the name of their key. */
    public static final String OPERATOR = "operator";

    public static final String OPERATOR_KEY = "lab-operator";

    public static final List<LabService> SERVICES = Stream.concat(
                    VANTAGES.stream().map(LabService::vantage),
                    Stream.of(Service.FAILOVER, Service.VERIFIER, Service.NOTIFIER)
                            .map(LabService::of))
            .toList();

    private LabShape() {}

    /** The process of a site's Qdrant. */
    public static String qdrant(SiteId site) {
        return "qdrant-" + site;
    }

    /** All processes but the supervisor, in the order in which they start. */
    public static List<String> processes() {
        return Stream.concat(
                        Stream.of(KAFKA, qdrant(BLUE), qdrant(GREEN), EDGE, APP),
                        SERVICES.stream().map(LabService::name))
                .toList();
    }
}
