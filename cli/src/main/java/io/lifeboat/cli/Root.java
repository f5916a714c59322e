package io.lifeboat.cli;

import java.nio.file.Path;

/** The folder that Lifeboat was built in: there the services and the lab's parts stand. */
public final class Root {
    private static final String PROPERTY = "lifeboat.root";

    private Root() {}

    /** As the launcher says, else the folder that the command was called in. */
    public static Path folder() {
        return Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().normalize();
    }

    /** Where the lab keeps its files unless told otherwise. */
    public static Path defaultLab() {
        return folder().resolve(".lifeboat").resolve("lab");
    }
}
