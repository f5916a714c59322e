package io.lifeboat.cli.lab;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** This JVM's class path for processes that run in other folders. Pure. */
final class ClassPath {
    private ClassPath() {}

    static String absolute() {
        return absolute(System.getProperty("java.class.path"));
    }

    /** An empty element is the folder that the command was called in. */
    static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(element -> Path.of(element).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
