package org.headwater.casefile;

import java.time.Clock;
import org.headwater.evidence.PassphraseSource;
import org.headwater.reading.ReadingLimits;

/**
 * What a case needs from outside.
 *
 * @param clock gives decisions, intakes and custody entries their time
 * @param who whom they are by, as recorded
 * @param limits bounds on what is taken in
 * @param workers number of documents read at the same time, 1 or more
 * @param passphrase is asked when originals that are sealed are to be read or kept
 */
public record CaseSettings(Clock clock, String who, ReadingLimits limits, int workers, PassphraseSource passphrase) {
    public CaseSettings {
        if (who.isBlank()) {
            throw new IllegalArgumentException("Invalid settings: who works on the case is empty");
        }
        if (workers < 1) {
            throw new IllegalArgumentException("Invalid settings: " + workers + " workers (must be 1 or more)");
        }
    }

    /** These settings for cases whose originals are not sealed. */
    public CaseSettings(Clock clock, String who, ReadingLimits limits, int workers) {
        this(clock, who, limits, workers, PassphraseSource.NONE);
    }

    /** These settings with so many workers. */
    public CaseSettings withWorkers(int number) {
        return new CaseSettings(clock, who, limits, number, passphrase);
    }

    /** These settings with other bounds on what is taken in. */
    public CaseSettings withLimits(ReadingLimits bounds) {
        return new CaseSettings(clock, who, bounds, workers, passphrase);
    }

    /** These settings with where the passphrase of a sealed case comes from. */
    public CaseSettings withPassphrase(PassphraseSource source) {
        return new CaseSettings(clock, who, limits, workers, source);
    }

    /** Usual limits, the system's clock, one worker a processor. */
    public static CaseSettings usual(Clock clock, String who) {
        return new CaseSettings(
                clock,
                who,
                ReadingLimits.standard(),
                Math.max(1, Runtime.getRuntime().availableProcessors()));
    }
}
