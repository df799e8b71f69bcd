package org.headwater.reading;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Web archives (ISO 28500), packed or not: every page, PDF or plain text that a host answered with is a source of its own,
 * with its address and the time of its capture. Pictures, styles, scripts, failures and the archive's own records are
 * passed over.
 */
final class WarcFile implements Format {
    private static final List<String> DOCUMENTS =
            List.of("text/html", "application/xhtml+xml", "application/pdf", "text/plain");

    private final ReadingLimits limits;

    WarcFile(ReadingLimits limits) {
        this.limits = limits;
    }

    @Override
    public String reader() {
        return "warc@1";
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public void read(Source source, Sink sink) throws Refusal, IOException {
        Unpacking unpacking = new Unpacking(source, limits, sink);
        long others = 0;
        try (InputStream in = source.open();
                WarcReader warc = new WarcReader(in)) {
            for (Optional<WarcRecord> next = warc.next(); next.isPresent(); next = warc.next()) {
                if (next.get() instanceof WarcResponse response && isDocument(response, unpacking)) {
                    read(response, unpacking);
                } else {
                    others++;
                }
            }
        } catch (Overrun e) {
            throw new Refusal(e.fault(), e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new IOException("its records are garbled", e);
        } finally {
            sink.passedOver(others, "records that are no captured documents");
            unpacking.end();
        }
    }

    private static void read(WarcResponse response, Unpacking unpacking) throws Refusal, IOException {
        HttpResponse http = response.http();
        String address = response.target();
        String type = http.contentType().base().toString();
        unpacking.entry(
                path(address, type),
                () -> http.bodyDecoded().stream(),
                entry -> entry.capturedAt(Optional.of(Names.shown(address)), date(response))
                        .declaredAs(Optional.of(type)));
    }

    /** When it was captured, if the record says so as it must. */
    private static Optional<Instant> date(WarcResponse response) {
        try {
            return response.headers().first("WARC-Date").map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether it was answered with a document; what cannot be told is refused and none. */
    private static boolean isDocument(WarcResponse response, Unpacking unpacking) throws IOException {
        if (!response.contentType().base().toString().equals("application/http")) {
            return false;
        }
        if (response.target() == null) {
            unpacking.refuse(Fault.BROKEN, "record", "it does not say what it is an answer to");
            return false;
        }
        try {
            MediaType type = response.http().contentType().base();
            return response.http().status() == 200 && DOCUMENTS.contains(type.toString());
        } catch (IOException | IllegalArgumentException e) {
            unpacking.refuse(Fault.BROKEN, response.target(), "the answer it holds is garbled");
            return false;
        }
    }

    /** The address as a path whose last part is the page's name. */
    private static String path(String address, String type) {
        String bare = address.split("[?#]", 2)[0];
        try {
            String path = new URI(bare).getPath();
            boolean named = path != null && path.length() > 1 && !path.endsWith("/");
            return named
                    ? bare
                    : bare.replaceFirst("/$", "") + "/index." + (type.equals("application/pdf") ? "pdf" : "html");
        } catch (URISyntaxException e) {
            return bare;
        }
    }
}
