package org.headwater.evidence.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.headwater.evidence.FileTrouble;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/**
 * Fetches one page a user names, with the pictures, styles and fonts it shows, into a web archive. What is refused or
 * fails leaves no archive behind. A part that cannot be had is noted, and the page is kept without it.
 *
 * <p>Safe for use by several threads; each call has its own connections.
 */
public final class Capture {
    private static final String SOFTWARE = "Headwater (with jwarc)";

    private final CaptureSettings settings;
    private final Clock clock;
    private final Dialling dialling;

    private Capture(CaptureSettings settings, Clock clock, Dialling.Names names) {
        this.settings = settings;
        this.clock = clock;
        this.dialling = new Dialling(settings, names);
    }

    /** A capture with these settings. */
    public static Capture of(CaptureSettings settings, Clock clock) {
        return new Capture(settings, clock, InetAddress::getAllByName);
    }

    static Capture of(CaptureSettings settings, Clock clock, Dialling.Names names) {
        return new Capture(settings, clock, names);
    }

    /**
     * Fetches a page.
     *
     * @param address what {@link WebAddress#of} made of what was typed
     * @param warc the archive to write, packed; replaced if it is there
     * @param view takes the page's picture as a browser shows it; see {@link View#none}
     * @throws IOException if the archive cannot be written; what servers do is a result
     */
    public Captured page(URI address, Path warc, View view) throws IOException {
        Path work = Files.createTempDirectory(warc.toAbsolutePath().getParent(), "capture-");
        boolean kept = false;
        try (Deadline deadline = Deadline.in(settings.limits().time())) {
            Asking asking = new Asking(settings, clock, deadline);
            Captured captured;
            try (WarcRecords records = WarcRecords.begin(warc, address, clock.instant(), SOFTWARE)) {
                captured = new Run(address, asking, records, work).page(view);
            }
            kept = captured instanceof Captured.Page;
            return captured;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            remove(work);
            if (!kept) {
                Files.deleteIfExists(warc);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** Why there is no answer, in words. */
    private static String reason(IOException e) {
        if (e instanceof UnknownHostException) {
            return "there is no host of that name (" + e.getMessage() + ")";
        }
        if (e instanceof SocketTimeoutException) {
            return "the host does not answer in time";
        }
        if (e instanceof SSLException) {
            return "its certificate or encryption cannot be trusted: " + e.getMessage()
                    + " (to capture it all the same: --any-certificate)";
        }
        return FileTrouble.inWords(e);
    }

    /** Takes a picture of a page. */
    @FunctionalInterface
    public interface View {
        /**
         * A PNG picture of the page; empty if there is none.
         *
         * @throws IOException if it cannot be taken; the page is kept without
         */
        Optional<byte[]> of(URI address) throws IOException;

        /** Takes none. */
        static View none() {
            return address -> Optional.empty();
        }
    }

    /** One capture under way. */
    private final class Run {
        private final URI asked;
        private final Asking asking;
        private final WarcRecords records;
        private final Path work;
        private final List<String> notes = new ArrayList<>();
        private int exchanges;
        private int kept;

        Run(URI asked, Asking asking, WarcRecords records, Path work) {
            this.asked = asked;
            this.asking = asking;
            this.records = records;
            this.work = work;
        }

        Captured page(View view) throws IOException {
            Instant at = asking.at();
            Exchange last;
            Sha256 payload;
            try {
                last = follow(asked);
                payload = payload(last);
            } catch (CaptureRefusal e) {
                return new Captured.Refused(asked, "Cannot capture " + asked + ": " + e.getMessage());
            } catch (IOException e) {
                return new Captured.Failed(asked, "Cannot capture " + asked + ": " + reason(e));
            }
            if (last.status() == 200 && last.mediaType().matches("text/html|application/xhtml\\+xml|")) {
                parts(last);
            }
            if (last.status() == 200) {
                picture(view, last);
            }
            return new Captured.Page(
                    asked,
                    last.address(),
                    at,
                    last.status(),
                    last.mediaType(),
                    last.host(),
                    payload,
                    certificate(last),
                    kept,
                    notes);
        }

        /** Follows redirects, writing each down, to an answer that is none. */
        private Exchange follow(URI from) throws IOException, CaptureRefusal {
            Set<URI> seen = new LinkedHashSet<>();
            URI next = from;
            while (true) {
                if (!seen.add(next)) {
                    throw new CaptureRefusal("it redirects in a circle, back to " + next);
                }
                if (seen.size() > settings.limits().redirects() + 1) {
                    throw new CaptureRefusal(
                            "it redirects more than " + settings.limits().redirects() + " times (the bound)");
                }
                Exchange exchange = Exchange.get(next, dialling, asking, work.resolve("answer-" + ++exchanges));
                write(exchange, payloadBytes(exchange));
                if (exchange.location().isEmpty()) {
                    return exchange;
                }
                next = redirected(next, exchange.location().get());
            }
        }

        /** A disk that is full is no fault of a server: it ends the capture. */
        private void write(Exchange exchange, byte[] payload) {
            try {
                records.write(exchange, payload);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write the archive", e);
            }
        }

        private static URI redirected(URI from, String to) throws CaptureRefusal {
            return WebAddress.resolve(from, to)
                    .orElseThrow(() -> new CaptureRefusal("it redirects to '" + to + "', which cannot be fetched"));
        }

        private byte[] payloadBytes(Exchange exchange) throws IOException {
            MessageDigest digest = ContentHash.sha256();
            try (InputStream body = exchange.body()) {
                byte[] buffer = new byte[64 * 1024];
                long most = 20 * settings.limits().answerBytes();
                for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                    digest.update(buffer, 0, n);
                    most -= n;
                    if (most < 0) {
                        throw new IOException("it unpacks to more than 20 times the bound of an answer");
                    }
                }
            }
            return digest.digest();
        }

        private Sha256 payload(Exchange exchange) throws IOException {
            return Sha256.of(payloadBytes(exchange));
        }

        private Optional<Sha256> certificate(Exchange exchange) throws IOException {
            if (exchange.tls().isEmpty() || exchange.tls().get().chain().isEmpty()) {
                return Optional.empty();
            }
            try {
                byte[] own = exchange.tls().get().chain().get(0).getEncoded();
                return Optional.of(Sha256.of(ContentHash.sha256().digest(own)));
            } catch (CertificateEncodingException e) {
                throw new IOException("the certificate of the server cannot be written down", e);
            }
        }

        private void parts(Exchange page) throws IOException {
            Set<URI> wanted;
            try (InputStream body = page.body()) {
                wanted = new LinkedHashSet<>(Parts.ofPage(body, page.address()));
            }
            wanted.remove(page.address());
            List<URI> queue = new ArrayList<>(wanted);
            for (int i = 0; i < queue.size(); i++) {
                if (i >= settings.limits().parts()) {
                    notes.add((queue.size() - i) + " pictures and styles were left out: there are more than "
                            + settings.limits().parts() + " (the bound)");
                    return;
                }
                if (asking.deadline().isOver()) {
                    notes.add((queue.size() - i) + " pictures and styles were left out: the time was over");
                    return;
                }
                for (URI more : part(queue.get(i))) {
                    if (wanted.add(more)) {
                        queue.add(more);
                    }
                }
            }
        }

        /** Fetches one part; gives what it names in turn. */
        private Set<URI> part(URI address) throws IOException {
            try {
                Exchange exchange = follow(address);
                if (exchange.status() != 200) {
                    notes.add(address + " answered " + exchange.status());
                    return Set.of();
                }
                kept++;
                if (exchange.mediaType().equals("text/css")) {
                    try (InputStream body = exchange.body()) {
                        return Parts.ofStyle(body, exchange.address());
                    }
                }
            } catch (CaptureRefusal e) {
                notes.add(address + " was left out: " + e.getMessage());
            } catch (IOException e) {
                notes.add(address + " was left out: " + reason(e));
            }
            return Set.of();
        }

        private void picture(View view, Exchange page) throws IOException {
            Optional<byte[]> png;
            try {
                png = view.of(page.address());
            } catch (IOException e) {
                notes.add("there is no picture of the page: " + e.getMessage());
                return;
            }
            if (png.isPresent()) {
                records.writeView(page.address(), asking.at(), png.get());
            }
        }
    }
}
