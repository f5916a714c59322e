package io.lifeboat.cli.lab;

import io.lifeboat.events.id.SiteId;

/**
 * Who has which port of a lab's block.
 *
 * @param base the first port of the block
 */
public record LabPorts(int base) {
    private static final int BLUE = 2;
    private static final int GREEN = 4;
    private static final int SERVICES = 9;

    public LabPorts {
        if (base < 1024 || base > 65_535 - PortBlock.SIZE) {
            throw new IllegalArgumentException("base: expected 1024 to 65519, got " + base);
        }
    }

    public int supervisor() {
        return base;
    }

    public int kafka() {
        return base + 1;
    }

    /** Where a site's Qdrant answers. */
    public int qdrant(SiteId site) {
        return base + (site.equals(LabShape.BLUE) ? BLUE : GREEN);
    }

    /** Where the stand-in takes faults; a real Qdrant has its gRPC there. */
    public int qdrantAdmin(SiteId site) {
        return qdrant(site) + 1;
    }

    public int edge() {
        return base + 6;
    }

    public int edgeAdmin() {
        return base + 7;
    }

    public int app() {
        return base + 8;
    }

    /** Of the service at that place in {@link LabShape#SERVICES}. */
    public int service(LabService service) {
        return base + SERVICES + LabShape.SERVICES.indexOf(service);
    }

    /** The address on loopback. */
    static String address(int port) {
        return "127.0.0.1:" + port;
    }

    static String url(int port) {
        return "http://" + address(port);
    }

    public String bootstrap() {
        return address(kafka());
    }
}
