package io.lifeboat.lab.edge;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a request does to a site, by Qdrant's REST interface (1.18): many of its reads are POSTs, and some of its writes concern
 * the one site only.
 */
enum RequestKind {
    /** Changes nothing. */
    READ,
    /** Changes data, and means the same on the standby: copied. */
    WRITE,
    /** Changes data by files or places of the site itself: cannot be copied, so it is reported as missing on the standby. */
    LOCAL_WRITE,
    /** Makes or removes files of the site, not its data: nothing to copy or to report. */
    HOUSEKEEPING;

    private static final Set<String> READING_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Pattern READING_POST = Pattern.compile(
            "/collections/[^/]+/(points(/(scroll|count|query|search|recommend|discover)(/.+)?)?|facet)");
    private static final Pattern RECOVERY = Pattern.compile(".*/snapshots/(recover|upload)|/collections/[^/]+/cluster");
    private static final Pattern SNAPSHOT = Pattern.compile("(/collections/[^/]+(/shards/[^/]+)?)?/snapshots(/[^/]+)?");

    /**
     * The kind of a request.
     *
     * @param path without the query string
     */
    static RequestKind of(String method, String path) {
        if (READING_METHODS.contains(method)) {
            return READ;
        }
        if (method.equals("POST") && READING_POST.matcher(path).matches()) {
            return READ;
        }
        if (RECOVERY.matcher(path).matches()) {
            return LOCAL_WRITE;
        }
        return SNAPSHOT.matcher(path).matches() ? HOUSEKEEPING : WRITE;
    }

    boolean changesData() {
        return this == WRITE || this == LOCAL_WRITE;
    }
}
