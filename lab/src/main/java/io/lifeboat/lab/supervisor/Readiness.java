package io.lifeboat.lab.supervisor;

import java.net.URI;
import java.util.regex.Pattern;

/** How a process shows that it is ready. */
sealed interface Readiness {

    /** It runs. */
    record Started() implements Readiness {}

    /** It has printed a line in which this is found. */
    record Line(Pattern pattern) implements Readiness {}

    /** This address answers 200. */
    record Http(URI uri) implements Readiness {

        public Http {
            if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
                throw new IllegalArgumentException("waitFor.http: expected an http address, was " + uri);
            }
        }
    }
}
