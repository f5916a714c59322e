package io.lifeboat.workspaces.load;

import java.net.URI;
import java.util.Locale;

/** Makes different spellings of one address equal. */
final class Addresses {
    private Addresses() {}

    /** Host, port and path of a URL that the schema accepted. */
    static String ofUrl(String url) {
        URI uri = URI.create(url);
        int port = uri.getPort() > 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getHost().toLowerCase(Locale.ROOT) + ":" + port
                + uri.getRawPath().replaceAll("/+$", "");
    }

    /** Of a fence the query counts too: it may say what is fenced. */
    static String ofFence(String url) {
        return ofUrl(url) + "?" + URI.create(url).getRawQuery();
    }

    /** A value that is an address is one for all workspaces; a word such as {@code blue} means what its switch makes of it. */
    static String ofValue(String value, String workspace) {
        boolean address = value.contains(":") || value.contains(".");
        return address ? value.toLowerCase(Locale.ROOT) : workspace + " " + value;
    }
}
