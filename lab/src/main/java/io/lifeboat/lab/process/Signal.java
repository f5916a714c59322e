package io.lifeboat.lab.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The signals that Java has no call for, sent by the {@code kill} command. */
public enum Signal {
    STOP,
    CONT;

    private static final long LIMIT_SECONDS = 5;

    /**
     * Sends this signal.
     *
     * @param target a process this JVM knows to be its own; a handle, so that a recycled pid is not hit
     * @throws IOException if the process is gone, or {@code kill} failed or did not end within 5 s
     */
    public void send(ProcessHandle target) throws IOException, InterruptedException {
        if (!target.isAlive()) {
            throw new IOException("process " + target.pid() + " is not alive: SIG" + name() + " not sent");
        }
        Process kill = new ProcessBuilder("kill", "-" + name(), Long.toString(target.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!kill.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            kill.destroyForcibly();
            throw new IOException("kill -" + name() + " " + target.pid() + " did not end within 5 s");
        }
        if (kill.exitValue() != 0) {
            throw new IOException("kill -" + name() + " " + target.pid() + " ended with " + kill.exitValue());
        }
    }
}
