package io.lifeboat.benchmarks.log;

import io.lifeboat.benchmarks.Benchmark;
import io.lifeboat.benchmarks.Figures;
import io.lifeboat.benchmarks.Result;
import io.lifeboat.benchmarks.Table;
import io.lifeboat.benchmarks.process.Broker;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Mixin;

/** Fills a log and lets ours and the peer read it by turns. */
abstract class Reading extends Benchmark {

    @Mixin
    private LogOptions options = new LogOptions();

    /** One reading of ours and one of the peer: records a second. */
    interface Readers {
        double ours() throws Exception;

        double peer() throws Exception;
    }

    /** Who reads what of a log that has been filled. */
    abstract Readers readers(Broker broker, LogFiller.Filled filled) throws Exception;

    abstract Result result(double ours, double peer);

    @Override
    protected final Result measure(PrintWriter out) throws Exception {
        requirePositive("--events", options.events);
        requirePositive("--workspaces", options.workspaces);
        requirePositive("--rounds", options.rounds);
        try (Broker broker = Broker.start()) {
            LogFiller.Filled filled = LogFiller.fill(broker.bootstrap(), options.workspaces, options.events);
            out.printf(
                    Locale.ROOT,
                    "%d events of %d incidents in %d workspaces, %d bytes an event%n%n",
                    filled.records(),
                    filled.incidents(),
                    filled.workspaces().size(),
                    filled.bytes() / filled.records());
            out.flush();
            return read(out, readers(broker, filled));
        }
    }

    private Result read(PrintWriter out, Readers readers) throws Exception {
        double[] ours = new double[options.rounds];
        double[] peer = new double[options.rounds];
        readers.peer();
        readers.ours();
        for (int i = 0; i < options.rounds; i++) {
            peer[i] = readers.peer();
            ours[i] = readers.ours();
        }
        Figures ourFigures = Figures.of(ours);
        Figures peerFigures = Figures.of(peer);
        new Table("records/s", "median", "p90", "least", "most")
                .row("ours", ourFigures)
                .row("peer: a bare consumer", peerFigures)
                .print(out);
        return result(ourFigures.median(), peerFigures.median());
    }
}
