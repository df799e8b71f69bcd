package org.headwater.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.ReadListener;
import org.headwater.exchange.bag.BagImport;
import org.headwater.exchange.bag.BagVerification;

/**
 * A bag that anybody made is whole or is not, and says why; one that is not whole is not merged. One that is whole, since
 * whoever made it has its key, is merged or refused, and the case is whole after it. Nothing lands outside of the case.
 */
public final class BagTarget {
    private static final int FILES_MAX = 40;

    private BagTarget() {}

    /** Called by Jazzer before its clock starts: everything that is loaded once is. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput(new byte[] {'+'});
    }

    /**
     * Called by Jazzer. The input is files that are put into a good bag, in place of its own: for each a line with its name,
     * a line with the number of its lines, and these. Where the first byte is {@code +}, manifests and signature are made
     * anew, so that they fit.
     */
    public static void fuzzerTestOneInput(byte[] input) {
        Scratch.with(folder -> {
            Path bag = folder.resolve("in/bag");
            GoodBag.copyTo(bag);
            unpack(new String(input, ISO_8859_1), bag);
            if (input.length > 0 && input[0] == '+') {
                GoodBag.seal(bag);
            }
            BagVerification.Result found = BagVerification.of(bag, GoodBag.NOW, files -> {});
            found.faults().forEach(fault -> Broken.unless(!fault.isBlank(), "a fault says what is wrong"));
            if (found.isWhole() || input.length % 16 == 0) {
                merge(bag, folder.resolve("in/a.case"), found);
            }
            try (Stream<Path> inside = Files.list(folder)) {
                Broken.unless(inside.count() == 1, "nothing is written outside of the case");
            }
        });
    }

    private static void merge(Path bag, Path kept, BagVerification.Result found) throws IOException {
        GoodBag.caseTo(kept);
        try (Case into = Case.open(kept, GoodBag.SETTINGS)) {
            BagImport.into(into).merge(BagImport.check(bag, into.evidence().now()), ReadListener.silent());
            Broken.unless(found.isWhole(), "a bag that is not whole is not merged");
            List<String> faults = into.verify(ReadListener.silent()).faults();
            Broken.unless(faults.isEmpty(), "a case is whole after a bag was merged: " + faults);
        } catch (CaseException e) {
            Broken.unless(!e.getMessage().isBlank(), "a refusal says why");
        }
    }

    private static void unpack(String input, Path bag) throws IOException {
        List<String> lines = new ArrayList<>(List.of(input.split("\n", -1)));
        int at = 1;
        for (int files = 0; at + 1 < lines.size() && files < FILES_MAX; files++) {
            String name = lines.get(at);
            int length = lines.get(at + 1).matches("\\d{1,3}") ? Integer.parseInt(lines.get(at + 1)) : 1;
            int end = Math.min(lines.size(), at + 2 + length);
            write(bag, name, String.join("\n", lines.subList(at + 2, end)) + (length > 0 ? "\n" : ""));
            at = end;
        }
    }

    private static void write(Path bag, String name, String content) throws IOException {
        try {
            Path file = bag.resolve(name).normalize();
            if (file.startsWith(bag) && !file.equals(bag)) {
                Files.createDirectories(file.getParent());
                Files.write(file, content.getBytes(ISO_8859_1));
            }
        } catch (InvalidPathException | FileSystemException e) {
            // There can be no such file.
            return;
        }
    }
}
