package org.headwater.casefile;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.capture.Capture;
import org.headwater.evidence.capture.Captured;
import org.headwater.evidence.capture.Wacz;
import org.headwater.model.ContentHash;
import org.headwater.model.DocumentId;

/**
 * Fetches pages one by one and takes each in as soon as it is there. Every attempt is in the custody log, also one that
 * was refused or failed: that a page could not be had on a day is knowledge too.
 */
final class Captures {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path work;
    private final Clock clock;
    private final Custody custody;
    private final Intake intake;

    Captures(Path work, Clock clock, Custody custody, Intake intake) {
        this.work = work;
        this.clock = clock;
        this.custody = custody;
        this.intake = intake;
    }

    /** Takes in what the order names, until the listener asks to stop. */
    List<CaptureOutcome> take(CaptureOrder order, ReadListener listener) throws IOException, CaseException {
        Capture capture = Capture.of(order.settings(), clock);
        List<CaptureOutcome> outcomes = new ArrayList<>();
        if (order.wacz().isPresent()) {
            Files.createDirectories(order.wacz().get());
        }
        for (URI address : order.addresses()) {
            if (listener.stopRequested()) {
                return outcomes;
            }
            int done = outcomes.size();
            listener.progress(new ReadProgress(
                    ReadProgress.Stage.CAPTURING, done, order.addresses().size(), done, 0, address.toString()));
            outcomes.add(one(address, capture, order));
        }
        return outcomes;
    }

    private CaptureOutcome one(URI address, Capture capture, CaptureOrder order) throws IOException, CaseException {
        Instant at = clock.instant();
        String name = STAMP.format(at) + "-" + address.getHost().replaceAll("[^\\p{Alnum}.-]", "_") + "-"
                + ContentHash.of(address.toString(), at.toString()).id("c").substring(2, 10);
        Path warc = work.resolve(name + ".warc.gz");
        try {
            Captured captured = capture.page(address, warc, order.view());
            custody.append(List.of(event(captured, order)));
            if (!(captured instanceof Captured.Page page)) {
                return new CaptureOutcome(captured, Optional.empty(), List.of());
            }
            if (isKnown(page, order)) {
                return new CaptureOutcome(captured, Optional.empty(), List.of());
            }
            if (order.wacz().isPresent()) {
                Wacz.write(warc, page, order.wacz().get().resolve(name + ".wacz"));
            }
            String path = "capture/" + name + ".warc.gz";
            List<DocumentId> documents = intake.readAs(path, warc);
            return new CaptureOutcome(captured, Optional.of(path), documents);
        } finally {
            Files.deleteIfExists(warc);
        }
    }

    private static boolean isKnown(Captured.Page page, CaptureOrder order) {
        return page.isFound() && page.payload().equals(order.known().get(page.asked()));
    }

    private static CustodyEvent event(Captured captured, CaptureOrder order) {
        CustodyEvent event = CustodyEvent.of("capture", captured.asked().toString());
        if (order.settings().socks().isPresent()) {
            event = event.with("proxy", order.settings().socks().get().getHostString());
        }
        if (!(captured instanceof Captured.Page page)) {
            return event.with(captured instanceof Captured.Refused ? "refused" : "failed", captured.message());
        }
        event = event.with("answered", page.answered().toString())
                .with("status", Integer.toString(page.status()))
                .with("mediaType", page.mediaType())
                .with("host", page.host())
                .with("payload", page.payload().hex())
                .with("parts", Integer.toString(page.parts()))
                .with("left-out", Integer.toString(page.notes().size()));
        if (isKnown(page, order)) {
            event = event.with("kept", "already");
        }
        return page.certificate().isPresent()
                ? event.with("certificate", page.certificate().get().hex())
                : event;
    }
}
