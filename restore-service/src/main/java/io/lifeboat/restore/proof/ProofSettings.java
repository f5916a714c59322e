package io.lifeboat.restore.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How backups are proven. */
@ConfigMapping(prefix = "lifeboat.proof")
public interface ProofSettings {
    /** The scratch server's kind of provisioner; nothing is proven without one. */
    Optional<String> provisioner();

    /** Of {@code process} and {@code exec}: the program and its arguments. */
    Optional<List<String>> command();

    /** Of {@code process}: under which each scratch server has its folder. */
    Optional<Path> folder();

    /** Of {@code url}: where the scratch server is. */
    Optional<URI> url();

    /** Of {@code url}: what restarts it. */
    Optional<List<String>> restart();

    /** The private key by which proofs are signed, PEM; they are not signed without one. */
    Optional<Path> key();

    /** The name of that key. */
    @WithDefault("proofs")
    String keyName();

    /** Time from one look for something to prove to the next. */
    @WithDefault("PT30S")
    Duration every();

    /** A whole proof. */
    @WithDefault("PT2H")
    Duration within();

    /** Which share of the time proofs may take, more than 0 and at most 1. */
    @WithDefault("0.25")
    double share();

    /** A proof that is older is made anew. */
    @WithDefault("P7D")
    Duration again();
}
