package org.headwater.reading;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Mailboxes in the mbox form (RFC 4155): each mail is a part of its own, numbered from 1. */
final class MailArchive implements Format {
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private final ReadingLimits limits;
    private final Mail mail;

    MailArchive(ReadingLimits limits, Mail mail) {
        this.limits = limits;
        this.mail = mail;
    }

    @Override
    public String reader() {
        return "mbox@1";
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public void read(Source source, Sink sink) throws Refusal, IOException {
        int number = 0;
        try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean blankBefore = true;
            while (nextLine(in, line)) {
                byte[] bytes = line.toByteArray();
                if (blankBefore && startsWith(bytes, 0, FROM)) {
                    number = flush(one, number, source, sink);
                } else {
                    int quoted = quotes(bytes);
                    one.write(bytes, quoted, bytes.length - quoted);
                }
                blankBefore = bytes.length <= 2 && new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
            }
            flush(one, number, source, sink);
        }
    }

    private int flush(ByteArrayOutputStream one, int number, Source source, Sink sink) throws IOException {
        if (one.size() == 0) {
            return number;
        }
        byte[] bytes = one.toByteArray();
        one.reset();
        String part = Integer.toString(number + 1);
        try {
            Worker.within(limits.time(), source, to -> mail.read(new ByteArrayInputStream(bytes), part, source, to))
                    .handTo(sink);
        } catch (Refusal e) {
            sink.refused(e.fault(), source.where() + "!/" + part, e.getMessage());
        } catch (IOException e) {
            sink.refused(Fault.BROKEN, source.where() + "!/" + part, Worker.reason(e));
        }
        return number + 1;
    }

    /** One less ">" before a quoted "From ". */
    private static int quotes(byte[] line) {
        int n = 0;
        while (n < line.length && line[n] == '>') {
            n++;
        }
        return n > 0 && startsWith(line, n, FROM) ? 1 : 0;
    }

    private static boolean startsWith(byte[] line, int at, byte[] start) {
        if (line.length - at < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (line[at + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean nextLine(InputStream in, ByteArrayOutputStream line) throws IOException {
        line.reset();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                return true;
            }
        }
        return line.size() > 0;
    }
}
