package org.headwater.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.headwater.casefile.Addition;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.CaseVerification;
import org.headwater.casefile.Decision;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.Listed;
import org.headwater.casefile.ReadListener;
import org.headwater.casefile.ReadSummary;
import org.headwater.casefile.Redacting;
import org.headwater.casefile.SearchHit;
import org.headwater.casefile.words.Dates;
import org.headwater.casefile.words.FindingWords;
import org.headwater.casefile.words.Phrasing;
import org.headwater.codebook.Codebook;
import org.headwater.evidence.CustodyEntry;
import org.headwater.model.ContentHash;
import org.headwater.model.DocumentId;
import org.headwater.model.Item;
import org.headwater.model.Span;
import org.headwater.web.WebSettings;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The case that is served. It is open three times: to look, to decide, and for long work, so that nobody who looks or
 * decides waits for a run. Safe for use by several threads.
 */
public final class OpenCase implements AutoCloseable {
    private static final int FREE_WORDS = 60;

    private final Case looking;
    private final Case deciding;
    private final Case working;
    private final MessageSource messages = Language.messages();
    private final Map<String, FindingWords> words = new ConcurrentHashMap<>();
    // Fair, so that a run that pauses for who decides does not take its own place again at once.
    private final ReentrantLock changing = new ReentrantLock(true);

    private OpenCase(Case looking, Case deciding, Case working) {
        this.looking = looking;
        this.deciding = deciding;
        this.working = working;
    }

    /**
     * Opens the case in the folder.
     *
     * @throws CaseException refused if there is none, or its originals are sealed and the passphrase is missing or wrong
     */
    public static OpenCase open(WebSettings settings) throws CaseException {
        CaseSettings usual = CaseSettings.usual(settings.clock(), settings.who())
                .withPassphrase(settings.passphrase())
                .withLimits(settings.limits());
        Case looking = Case.open(settings.folder(), usual);
        try {
            // Asked for here: once pages are served, nobody sits at the terminal.
            looking.sealing().unlock();
        } catch (CaseException e) {
            looking.close();
            throw e;
        }
        return new OpenCase(looking, Case.open(settings.folder(), usual), Case.open(settings.folder(), usual));
    }

    private static String shortened(String free) {
        return free.length() <= FREE_WORDS ? free : free.substring(0, free.lastIndexOf(' ', FREE_WORDS) + 1) + "…";
    }

    /** What the case holds now. */
    public Holdings holdings() {
        return looking.holdings();
    }

    /** The vocabulary of the case, with the labels of the language that the reader of this page has chosen. */
    public Codebook codebook() {
        return looking.codebook().in(language());
    }

    /** Findings in words, with the same labels. */
    public FindingWords words() {
        return words.computeIfAbsent(
                language(),
                language -> new FindingWords(
                        looking.codebook().in(language),
                        language.isEmpty() ? Phrasing.ENGLISH : new Language(messages, Locale.forLanguageTag(language)),
                        OpenCase::shortened));
    }

    /** Dates in the same language. */
    public Dates dates() {
        return words().slots().dates();
    }

    /** BCP 47 tag; empty where nobody reads, as in a file that is written after its page was answered. */
    private static String language() {
        LocaleContext reading = LocaleContextHolder.getLocaleContext();
        return Optional.ofNullable(reading)
                .map(LocaleContext::getLocale)
                .map(Locale::toLanguageTag)
                .orElse("");
    }

    /** Name of the case: that of its folder, without the ending. */
    public String name() {
        return String.valueOf(looking.folder().toAbsolutePath().normalize().getFileName())
                .replaceFirst("\\.case$", "");
    }

    /** Eight letters that tell this case's cookies from those of another one that is served on this machine. */
    public String mark() {
        String folder = looking.folder().toAbsolutePath().normalize().toString();
        return ContentHash.of(folder).id("case").substring(5, 13);
    }

    /** Where files lie that were added in the browser and are not taken in yet. */
    public Path inbox() throws IOException {
        return Files.createDirectories(looking.folder().resolve("inbox"));
    }

    /** Documents that match; see {@link Case#find}. */
    public List<SearchHit> find(String query, int most) throws CaseException {
        return looking.find(query, most);
    }

    /** Entries of the custody log; see {@link Case#custody}. */
    public Listed<CustodyEntry> custody(long offset, int most) throws CaseException {
        return looking.custody(offset, most);
    }

    /** The bytes of a document's original, unless it is sealed; see {@link Redacting#original}. */
    public InputStream original(DocumentId document, Item item) throws CaseException {
        return looking.redacting().original(document, item);
    }

    /** The bytes of a sealed original; see {@link Redacting#unsealed}. */
    public InputStream unsealed(DocumentId document, Item item, String why) throws CaseException {
        changing.lock();
        try {
            return deciding.redacting().unsealed(document, item, why);
        } finally {
            changing.unlock();
        }
    }

    /** Where a document has words that are to be redacted; see {@link Redacting#place}. */
    public Span redactable(DocumentId document, String words) throws CaseException {
        return looking.redacting().place(document, words);
    }

    /** Records a decision; see {@link Case#record}. */
    public Decision record(Decision.Action action, String target, Map<String, String> changes, String why, long seen)
            throws CaseException {
        changing.lock();
        try {
            return deciding.record(action, target, changes, why, seen);
        } finally {
            changing.unlock();
        }
    }

    /** Where a document has these words; see {@link Case#locate}. */
    public Span locate(DocumentId document, String quote) throws CaseException {
        return looking.locate(document, quote);
    }

    /** Records a statement that the software did not propose; see {@link Case#record(Addition, String)}. */
    public Decision add(Addition addition, String why) throws CaseException {
        changing.lock();
        try {
            return deciding.record(addition, why);
        } finally {
            changing.unlock();
        }
    }

    /** Takes in files; one run at a time. */
    public ReadSummary takeIn(List<Path> paths, ReadListener listener) throws CaseException {
        changing.lock();
        try {
            return working.takeIn(paths, listener);
        } finally {
            changing.unlock();
        }
    }

    /** Works out what follows from what was read and decided; one at a time. */
    public void settle(ReadListener listener) throws CaseException {
        synchronized (working) {
            working.settle(listener);
        }
    }

    /** Checks everything the case keeps. */
    public CaseVerification verify(ReadListener listener) throws CaseException {
        synchronized (working) {
            return working.verify(listener);
        }
    }

    @Override
    public void close() {
        synchronized (working) {
            looking.close();
            deciding.close();
            working.close();
        }
    }
}
