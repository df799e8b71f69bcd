package org.headwater.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headwater.casefile.IntakeOutcome.Result;
import org.headwater.casefile.IntakeRows.Stamp;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.EvidenceStore;
import org.headwater.evidence.Keeping;
import org.headwater.evidence.Original;
import org.headwater.model.Document;
import org.headwater.model.Item;
import org.headwater.model.ItemId;
import org.headwater.model.Sha256;
import org.headwater.reading.DocumentReader;
import org.headwater.reading.Fault;
import org.headwater.reading.Outcome;
import org.headwater.reading.ParserStartException;
import org.headwater.reading.Source;
import org.headwater.statements.StatementReader;
import org.headwater.statements.StatementReading;

/**
 * All that comes of one source that a person named: its item, the items inside it, their documents and statements, and
 * an outcome for each. Filled by one worker, then written by one writer; nothing in it is on record before that, except
 * that bytes found inside archives are kept as they are met.
 */
final class Taken {
    private final String path;
    private final Optional<Stamp> stamp;
    private final List<Item> items = new ArrayList<>();
    private final List<IntakeOutcome> outcomes = new ArrayList<>();
    private final List<Settlement.Reading> readings = new ArrayList<>();
    private final List<CustodyEvent> events = new ArrayList<>();

    private Optional<String> holdsErased = Optional.empty();

    private Taken(String path, Optional<Stamp> stamp) {
        this.path = path;
        this.stamp = stamp;
    }

    /** What a worker needs to read with. All are safe for use by several threads. */
    record Tools(
            DocumentReader documents, StatementReader statements, EvidenceStore originals, CaseSettings settings) {}

    /** A source that is not even kept. */
    static Taken refused(String path, Stamp stamp, String fault, String message) {
        Taken taken = new Taken(path, Optional.of(stamp));
        taken.refuse(path, Optional.empty(), fault, message);
        return taken;
    }

    /** Reads a source whose bytes are kept, and everything inside it. */
    static Taken read(String path, Stamp stamp, Source source, Sha256 sha256, Tools tools) throws IOException {
        Taken taken = new Taken(path, Optional.of(stamp));
        taken.take(path, source, sha256, tools);
        return taken;
    }

    /** Reads a source that the custody log has, with all in it, since it was taken in by somebody whose process ended. */
    static Taken unread(UnreadIntakes.Logged source, Source bytes, List<UnreadIntakes.Logged> logged, Tools tools)
            throws IOException {
        Taken taken = read(source.from(), new Stamp(bytes.size(), 0), bytes, source.sha256(), tools);
        taken.items.replaceAll(item -> logged.stream()
                .flatMap(each -> each.asTakenIn(item).stream())
                .findFirst()
                .orElse(item));
        taken.events.removeIf(event -> logged.stream()
                .anyMatch(each -> each.isOf(event.subject(), event.details().getOrDefault("from", ""))));
        return taken;
    }

    /** What a fault of this program does to one source: it is on record like any other refusal, and the run goes on. */
    private void failed(String where, ItemId item, Throwable fault) {
        refuse(
                where,
                Optional.of(item),
                "failed",
                "Cannot read " + where + ": a fault of this program, please report it ("
                        + fault.getClass().getSimpleName() + ": " + fault.getMessage() + ")");
    }

    private void take(String where, Source source, Sha256 sha256, Tools tools) throws IOException {
        Item item = new Item(
                Item.idOf(sha256),
                sha256,
                tools.documents().mediaType(source),
                source.size(),
                source.name(),
                tools.settings().clock().instant(),
                where,
                tools.settings().who());
        items.add(item);
        events.add(CustodyEvent.of("intake", item.id().value())
                .with("from", where)
                .with("name", item.name())
                .with("taken", item.takenAt().toString())
                .with("mediaType", item.mediaType())
                .with("bytes", Long.toString(item.size()))
                .withOriginal(sha256));
        Account account = new Account(where, item.id(), tools);
        try {
            tools.documents().read(item.id(), source, outcome -> outcome.fold(account));
            account.close();
        } catch (ParserStartException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            failed(where, item.id(), e);
        } catch (OutOfMemoryError e) {
            refuse(
                    where,
                    Optional.of(item.id()),
                    Fault.SHORT_OF_MEMORY.word(),
                    "Cannot read " + where + ": it needs more memory than this process has");
        }
    }

    private void refuse(String where, Optional<ItemId> item, String fault, String message) {
        outcomes.add(new IntakeOutcome(where, item, Result.REFUSED, Optional.of(fault), message));
    }

    /** Takes down what comes of one item. */
    private final class Account implements Outcome.Cases<Boolean> {
        private final String where;
        private final ItemId item;
        private final Tools tools;
        private final List<String> notes = new ArrayList<>();
        private int documents;
        private int contained;
        private boolean refused;

        Account(String where, ItemId item, Tools tools) {
            this.where = where;
            this.item = item;
            this.tools = tools;
        }

        @Override
        public Boolean read(Outcome.Read outcome) {
            Document document = outcome.document();
            StatementReading reading = tools.statements().read(document);
            readings.add(new Settlement.Reading(document, reading.statements(), reading.names(), reading.citations()));
            notes.addAll(outcome.notes());
            documents++;
            return true;
        }

        @Override
        public Boolean contained(Outcome.Contained outcome) {
            contained++;
            Source entry = outcome.entry();
            String inside = where + "!/" + entry.where().substring(entry.where().lastIndexOf("!/") + 2);
            try (InputStream in = entry.open()) {
                Keeping keeping =
                        tools.originals().keep(in, tools.settings().limits().itemBytes());
                if (keeping instanceof Keeping.Kept kept) {
                    take(inside, keptAs(entry, tools.originals().original(kept.sha256())), kept.sha256(), tools);
                } else if (keeping instanceof Keeping.Erased) {
                    holdsErased = Optional.of(inside + ": " + keeping.message());
                } else {
                    refuse(inside, Optional.empty(), "not-kept", keeping.message());
                }
            } catch (IOException e) {
                refuse(inside, Optional.empty(), "unreadable", "Cannot read " + inside + ": " + Case.reason(e));
            }
            return true;
        }

        private static Source keptAs(Source entry, Original original) throws IOException {
            return original.plainFile().isPresent()
                    ? entry.keptAt(original.plainFile().get())
                    : entry.keptAs(original.size(), original::open);
        }

        @Override
        public Boolean refused(Outcome.Refused outcome) {
            String at = outcome.where().contains("!/")
                    ? where + "!/" + outcome.where().substring(outcome.where().lastIndexOf("!/") + 2)
                    : where;
            boolean whole = at.equals(where);
            refuse(
                    at,
                    whole ? Optional.of(item) : Optional.empty(),
                    outcome.fault().word(),
                    outcome.message());
            refused |= whole;
            return true;
        }

        @Override
        public Boolean passedOver(Outcome.PassedOver outcome) {
            notes.add(outcome.count() + " " + outcome.what() + " passed over");
            return true;
        }

        void close() {
            if (refused) {
                return;
            }
            Result result = documents > 0 || contained == 0 ? Result.READ : Result.CONTAINER;
            outcomes.add(
                    new IntakeOutcome(where, Optional.of(item), result, Optional.empty(), String.join("; ", notes)));
        }
    }

    String path() {
        return path;
    }

    /** What is inside of it that was erased before, and so is not to come in; empty if there is nothing. */
    Optional<String> holdsErased() {
        return holdsErased;
    }

    /** Nothing of it is taken in: what was erased would be back inside of its bytes. */
    Taken refusedWhole() {
        return refused(
                path,
                stamp.orElseThrow(),
                IntakeRows.ERASED,
                "Cannot take in " + path + ": it holds " + holdsErased.orElseThrow());
    }

    /** Whether memory ran out while it was read, for its own sake or for that of something read beside it. */
    boolean isShortOfMemory() {
        return outcomes.stream().anyMatch(outcome -> outcome.fault().equals(Optional.of(Fault.SHORT_OF_MEMORY.word())));
    }

    /** What says that this source need not be looked at again; empty for what lies inside another. */
    Optional<Stamp> stampOf(IntakeOutcome outcome) {
        return outcome.path().equals(path) ? stamp : Optional.empty();
    }

    List<Item> items() {
        return items;
    }

    List<IntakeOutcome> outcomes() {
        return outcomes;
    }

    List<Settlement.Reading> readings() {
        return readings;
    }

    List<CustodyEvent> events() {
        return events;
    }

    List<IntakeOutcome> refusals() {
        return outcomes.stream()
                .filter(outcome -> outcome.result() == Result.REFUSED)
                .toList();
    }
}
