package org.headwater.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.headwater.evidence.Batch;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.CustodyLog;
import org.headwater.evidence.EvidenceStore;
import org.headwater.evidence.Keeping;
import org.headwater.evidence.SigningKey;
import org.headwater.evidence.Verification;

/**
 * Verifying a case's originals and custody log, against {@code sha256sum} over the same originals: {@code VerifyBenchmark
 * FOLDER FILES KILOBYTES}. Makes its originals itself, from a fixed seed; each is an entry of the log. The two take
 * turns, four each, and the best time of each counts: both find the files in memory, and neither has the quieter machine.
 */
public final class VerifyBenchmark {
    private static final int BATCH = 256;
    private static final int ROUNDS = 4;

    private VerifyBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        int size = Integer.parseInt(arguments[2]) * 1024;
        EvidenceStore store = EvidenceStore.open(Files.createDirectories(folder));
        Path log = folder.resolve("custody.log");
        fill(store, log, count, size);

        double theirs = Double.MAX_VALUE;
        double ours = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            theirs = Math.min(theirs, sha256sum(folder));
            ours = Math.min(ours, verify(store, log));
        }
        double megabytes = (double) count * size / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%,d originals of %,d bytes, %,d signed entries%n"
                        + "sha256sum      %8.2f s  %,8.0f MB/s%n"
                        + "verify         %8.2f s  %,8.0f MB/s%n"
                        + "ratio          %8.2f%n",
                count,
                size,
                count,
                theirs,
                megabytes / theirs,
                ours,
                megabytes / ours,
                theirs / ours);
    }

    private static void fill(EvidenceStore store, Path log, int count, int size) throws IOException {
        Random random = new Random(7);
        byte[] bytes = new byte[size];
        SigningKey key = SigningKey.generate(new SecureRandom());
        try (CustodyLog custody = CustodyLog.open(log, new CustodyLog.Writer(Clock.systemUTC(), "benchmark", key))) {
            for (int i = 0; i < count; i += BATCH) {
                List<CustodyEvent> events = new ArrayList<>();
                try (Batch batch = store.batch()) {
                    for (int j = i; j < Math.min(count, i + BATCH); j++) {
                        random.nextBytes(bytes);
                        Keeping.Kept kept = batch.keep(new java.io.ByteArrayInputStream(bytes), size)
                                .kept()
                                .orElseThrow();
                        events.add(CustodyEvent.of("intake", "it_" + j).withOriginal(kept.sha256()));
                    }
                    batch.flush();
                }
                custody.append(events);
            }
        }
    }

    private static double verify(EvidenceStore store, Path log) throws IOException {
        long began = System.nanoTime();
        Verification.Result result = Verification.of(store, log).run(Verification.Progress.none());
        if (!result.isWhole()) {
            throw new IOException(
                    "the case is not whole: " + result.damage().get(0).message());
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static double sha256sum(Path folder) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder("sh", "-c", "find originals -type f | xargs sha256sum")
                .directory(folder.toFile())
                .start();
        try (InputStream out = process.getInputStream()) {
            out.readAllBytes();
        }
        if (process.waitFor() != 0) {
            throw new IOException("sha256sum failed");
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
