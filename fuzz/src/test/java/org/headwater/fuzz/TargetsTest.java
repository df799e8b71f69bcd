package org.headwater.fuzz;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each target is fed its seeds and everything that once broke it, as they are and with small damage drawn from a fixed
 * seed. {@code fuzz/run} goes on from here for as long as it is let.
 */
class TargetsTest {
    private static final long SEED = 20221205;
    private static final int DAMAGED = 150;

    /** Each whole bag is merged into a case, which takes a quarter of a second. */
    private static final int DAMAGED_BAGS = 30;

    private record Target(String name, Consumer<byte[]> parser) {
        int damaged() {
            return name.equals("bag") ? DAMAGED_BAGS : DAMAGED;
        }
    }

    private static final List<Target> TARGETS = List.of(
            new Target("address", AddressTarget::fuzzerTestOneInput),
            new Target("archive-paths", ArchivePathsTarget::fuzzerTestOneInput),
            new Target("articles", ArticlesTarget::fuzzerTestOneInput),
            new Target("bag", BagTarget::fuzzerTestOneInput),
            new Target("codebook", CodebookTarget::fuzzerTestOneInput),
            new Target("custody", CustodyTarget::fuzzerTestOneInput),
            new Target("names", NamesTarget::fuzzerTestOneInput),
            new Target("personal-details", PersonalDetailsTarget::fuzzerTestOneInput),
            new Target("warc", WarcTarget::fuzzerTestOneInput),
            new Target("written-form", WrittenFormTarget::fuzzerTestOneInput));

    @TestFactory
    Stream<DynamicTest> keepsItsPromises() {
        return TARGETS.stream().map(target -> DynamicTest.dynamicTest(target.name(), () -> feed(target)));
    }

    private static void feed(Target target) throws IOException, URISyntaxException {
        List<byte[]> seeds = seeds(target.name());
        Assertions.assertThat(seeds).as("seeds of " + target.name()).isNotEmpty();
        target.parser().accept(new byte[0]);
        for (byte[] seed : seeds) {
            target.parser().accept(seed);
        }
        Random random = new Random(SEED);
        for (int i = 0; i < target.damaged(); i++) {
            byte[] damaged = damaged(seeds.get(i % seeds.size()), random);
            target.parser().accept(damaged);
        }
    }

    private static List<byte[]> seeds(String target) throws IOException, URISyntaxException {
        Path folder = Path.of(TargetsTest.class.getResource(target).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(file -> {
                        try {
                            return Files.readAllBytes(file);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    /** A byte changed, a stretch taken out, doubled, or cut off the end. */
    private static byte[] damaged(byte[] bytes, Random random) {
        if (bytes.length < 2) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(bytes.length);
        int length = random.nextInt(Math.min(64, bytes.length - at) + 1);
        return switch (random.nextInt(4)) {
            case 0 -> {
                byte[] changed = bytes.clone();
                changed[at] = (byte) random.nextInt();
                yield changed;
            }
            case 1 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            case 2 -> joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            default -> Arrays.copyOf(bytes, at);
        };
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
