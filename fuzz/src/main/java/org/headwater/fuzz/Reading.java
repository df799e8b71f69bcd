package org.headwater.fuzz;

import java.time.Duration;
import org.headwater.model.ContentHash;
import org.headwater.model.Item;
import org.headwater.model.Sha256;
import org.headwater.reading.DocumentReader;
import org.headwater.reading.Outcome;
import org.headwater.reading.ReadingLimits;
import org.headwater.reading.Source;

/** Reads bytes as a case would, and what they contain in turn. */
final class Reading {
    private static final int OUTCOMES_MAX = 2_000;
    private static final DocumentReader READER = DocumentReader.standard(ReadingLimits.standard()
            .withItemBytes(1 << 20)
            .withTextUnits(1 << 20)
            .withEntries(200)
            .withExpandedBytes(8 << 20)
            .withTime(Duration.ofSeconds(10)));

    private int outcomes;

    private Reading() {}

    /** Reads, and throws if a promise of reading is broken. */
    static void of(String name, byte[] bytes) {
        Reading reading = new Reading();
        reading.read(Source.ofBytes(name, bytes), bytes);
        Broken.unless(reading.outcomes > 0, "every source has an outcome");
    }

    private void read(Source source, byte[] bytes) {
        Item.idOf(Sha256.of(ContentHash.sha256().digest(bytes)));
        READER.read(Item.idOf(Sha256.of(ContentHash.sha256().digest(bytes))), source, this::take);
    }

    private void take(Outcome outcome) {
        outcomes++;
        Broken.unless(outcomes < OUTCOMES_MAX, "outcomes are bounded");
        outcome.fold(new Outcome.Cases<Boolean>() {
            @Override
            public Boolean read(Outcome.Read read) {
                Broken.unless(read.document().text().length() <= 1 << 20, "text is bounded");
                return true;
            }

            @Override
            public Boolean contained(Outcome.Contained contained) {
                Source entry = contained.entry();
                shown(entry.where());
                shown(entry.name());
                Broken.unless(entry.name().indexOf('/') < 0, "a name has no folder: " + entry.name());
                Broken.unless(entry.size() <= 1 << 20, "entries are bounded");
                READER.read(Item.idOf(Sha256.of(new byte[32])), entry, Reading.this::take);
                return true;
            }

            @Override
            public Boolean refused(Outcome.Refused refused) {
                shown(refused.where());
                Broken.unless(!refused.message().isBlank(), "a refusal says why");
                Broken.unless(
                        refused.fault() != org.headwater.reading.Fault.TIMED_OUT, "small inputs are read in no time");
                return true;
            }

            @Override
            public Boolean passedOver(Outcome.PassedOver passed) {
                return true;
            }
        });
    }

    /** What is shown on a terminal cannot write over it. */
    private static void shown(String text) {
        Broken.unless(
                text.chars().noneMatch(c -> c < ' ' || c == 0x7f || (c >= 0x80 && c < 0xa0)),
                "signs that control: " + text);
    }
}
