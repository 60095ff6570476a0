package org.jointflights.application.replay;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** All 2,861 operations of the ledger: what dividing them adds to merely reading and parsing the two files. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LedgerBenchmark {

    /** The yardstick: the lines of both files, each cut into its fields, and nothing made of them. */
    @Benchmark
    public List<CSVRecord> readAndParseTheFiles() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get();
        List<CSVRecord> lines = new ArrayList<>();
        for (String file : List.of("/data/jro-costs-parties.csv", "/data/jro-costs.csv")) {
            try (Reader reader = new InputStreamReader(
                            Objects.requireNonNull(LedgerBenchmark.class.getResourceAsStream(file)),
                            StandardCharsets.UTF_8);
                    CSVParser parser = CSVParser.parse(reader, format)) {
                lines.addAll(parser.getRecords());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lines;
    }

    /** The same, and every field read into an operation: dates, numbers, exact amounts. */
    @Benchmark
    public List<LedgerOperation> readTheLedger() {
        return ReadLedger.read();
    }

    /** Everything: read, imported, divided as published and as mended, compared with the printed sums. */
    @Benchmark
    public ReplayReport replay() {
        return new ReplayLedger().run();
    }
}
