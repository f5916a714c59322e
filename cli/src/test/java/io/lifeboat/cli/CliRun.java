package io.lifeboat.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * One call of the command, within this JVM.
 *
 * @param status its exit status
 */
public record CliRun(int status, String out, String err) {

    public static CliRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                LifeboatCli.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int status = command.execute(arguments);
        command.getOut().flush();
        return new CliRun(status, out.toString(), err.toString());
    }

    /** The folder of the whole project. */
    public static Path root() {
        return Path.of(System.getProperty("lifeboat.root", ".."))
                .toAbsolutePath()
                .normalize();
    }
}
