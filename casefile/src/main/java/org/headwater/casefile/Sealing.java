package org.headwater.casefile;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.EvidenceStore;
import org.headwater.evidence.Keyring;
import org.headwater.evidence.PassphraseSource;
import org.headwater.model.Item;

/**
 * Seals the originals of a case: each is encrypted on disk under a key of its own, which opens with a passphrase. Texts,
 * statements, index and custody log are not. Not thread-safe.
 */
public final class Sealing {
    /** Fewer characters than this are found out by trying. */
    private static final int FEWEST = 12;

    private final Case of;
    private final CaseSettings settings;
    private final Store store;
    private final EvidenceStore originals;

    Sealing(Case of, CaseSettings settings, Store store, EvidenceStore originals) {
        this.of = of;
        this.settings = settings;
        this.store = store;
        this.originals = originals;
    }

    /** Whether originals are sealed as they come in. */
    public boolean isSealed() {
        return originals.isSealed();
    }

    /**
     * Asks for the passphrase now, if the case is sealed and it was not asked for yet.
     *
     * @throws CaseException refused if there is none, or it is wrong
     */
    public void unlock() throws CaseException {
        try {
            originals.unlock();
        } catch (IOException e) {
            throw CaseException.of("Cannot open the originals of case " + of.folder(), e);
        }
    }

    /** Where the passphrase comes from. */
    public PassphraseSource passphrase() {
        return settings.passphrase();
    }

    /** Number of originals that lie open. */
    public long open() {
        return opened().size();
    }

    private List<Item> opened() {
        return IntakeRows.items(store).stream()
                .filter(item -> originals.isOpen(item.sha256()))
                .toList();
    }

    /**
     * Seals every original that lies open, with the passphrase of the settings, which is the case's from the first time on.
     * What was sealed when it was stopped or killed stays sealed, and the next one goes on.
     *
     * @return the number sealed now
     * @throws CaseException refused if there is no passphrase, it is not the case's or is too short, or another process is
     *     changing the case
     */
    public long seal(ReadListener listener) throws CaseException {
        long[] done = {0};
        try (Custody custody = Custody.open(of.folder(), settings, store)) {
            if (!isSealed()) {
                char[] passphrase = passphrase("Cannot seal case");
                check(passphrase);
                custody.append(List.of(CustodyEvent.of("seal", "originals")));
                Keyring.make(of.folder(), passphrase);
                Arrays.fill(passphrase, '\0');
            }
            originals.unlock();
            List<Item> open = opened();
            for (Item item : open) {
                if (listener.stopRequested()) {
                    break;
                }
                originals.seal(item.sha256());
                done[0]++;
                listener.progress(
                        new ReadProgress(ReadProgress.Stage.COPYING, done[0], open.size(), 0, 0, item.name()));
            }
            custody.checkpoint();
            return done[0];
        } catch (IOException e) {
            throw CaseException.of("Cannot seal case " + of.folder(), e);
        }
    }

    /**
     * Changes the passphrase. Whoever has a copy of the old keys and the old passphrase can still use both.
     *
     * @throws CaseException refused if the case is not sealed, the present one is wrong, or the other is too short
     */
    public void change(char[] other) throws CaseException {
        if (!isSealed()) {
            throw CaseException.refused("Cannot change the passphrase of case " + of.folder() + ": it is not sealed");
        }
        check(other);
        try (Custody custody = Custody.open(of.folder(), settings, store)) {
            char[] present = passphrase("Cannot change the passphrase of case");
            Keyring.change(of.folder(), present, other);
            Arrays.fill(present, '\0');
            custody.append(List.of(CustodyEvent.of("passphrase", "changed")));
            custody.checkpoint();
        } catch (IOException e) {
            throw CaseException.of("Cannot change the passphrase of case " + of.folder(), e);
        }
    }

    private char[] passphrase(String what) throws IOException, CaseException {
        return settings.passphrase()
                .ask()
                .orElseThrow(() -> CaseException.refused(what + " " + of.folder() + ": " + PassphraseSource.NOT_GIVEN));
    }

    private void check(char[] passphrase) throws CaseException {
        if (passphrase.length < FEWEST) {
            throw CaseException.refused("Cannot seal case " + of.folder() + ": the passphrase has " + passphrase.length
                    + " characters (at least " + FEWEST + "; several words are best)");
        }
    }
}
