package io.lifeboat.lab.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command line of a Java process of ours. Immutable.
 *
 * @param main the class with the main method
 * @param arguments what follows it
 * @param options what stands before it, such as {@code -Xmx64m}
 * @param classPath where its classes are; that of this JVM by default
 * @param environment added to that of this JVM
 */
public record JavaCommand(
        String main, List<String> arguments, List<String> options, String classPath, Map<String, String> environment) {

    /** Quick to start and small: fits everything in the lab that does not compute much. */
    public static final List<String> SMALL =
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    public JavaCommand {
        if (main.isBlank()) {
            throw new IllegalArgumentException("main: expected a class name, was blank");
        }
        if (classPath.isBlank()) {
            throw new IllegalArgumentException("classPath: expected at least one entry, was blank");
        }
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** A small JVM on this JVM's class path. */
    public static JavaCommand of(Class<?> main, String... arguments) {
        return new JavaCommand(
                main.getName(), List.of(arguments), SMALL, System.getProperty("java.class.path"), Map.of());
    }

    public JavaCommand withOptions(List<String> newOptions) {
        return new JavaCommand(main, arguments, newOptions, classPath, environment);
    }

    public JavaCommand withClassPath(String newClassPath) {
        return new JavaCommand(main, arguments, options, newClassPath, environment);
    }

    public JavaCommand withEnvironment(Map<String, String> newEnvironment) {
        return new JavaCommand(main, arguments, options, classPath, newEnvironment);
    }

    /** The words to execute, beginning with the {@code java} this JVM runs on. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.add("-cp");
        words.add(classPath);
        words.add(main);
        words.addAll(arguments);
        return List.copyOf(words);
    }
}
