package org.headwater.evidence.capture;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.netpreserve.jwarc.HttpResponse;

/**
 * One request and its answer, byte for byte as they went over the line (HTTP/1.1, RFC 9112).
 *
 * @param address what was asked for
 * @param at when it was asked
 * @param request what was sent, in ASCII
 * @param answer file with the bytes received, header and body, as framed by the server
 * @param status the answer's status
 * @param location where it redirects to, if it does
 * @param mediaType what the server calls it, in lower case without parameters; empty if it says nothing
 * @param host the address that was contacted
 * @param tls how the line was encrypted, if it was
 */
record Exchange(
        URI address,
        Instant at,
        String request,
        Path answer,
        int status,
        Optional<String> location,
        String mediaType,
        String host,
        Optional<Tls> tls) {

    /** Version and cipher of an encrypted line, and the certificates that the server showed, its own first. */
    record Tls(String protocol, String cipher, List<X509Certificate> chain) {}

    private static final int HEADER_BYTES_MAX = 256 * 1024;
    private static final int READ_MILLIS = 30_000;

    /** Asks for one address. */
    static Exchange get(URI address, Dialling dialling, Asking asking, Path answer) throws IOException, CaptureRefusal {
        Deadline deadline = asking.deadline();
        Dialling.Line line = dialling.dial(address, deadline);
        List<X509Certificate> chain = new ArrayList<>();
        boolean encrypted = address.getScheme().equals("https");
        try (Socket plain = line.socket();
                Socket socket = encrypted ? dialling.encrypt(line, address, chain, deadline) : plain) {
            Optional<Tls> tls = socket instanceof SSLSocket secure ? Optional.of(tls(secure, chain)) : Optional.empty();
            String request = request(address, asking.agent());
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            try (OutputStream file = Files.newOutputStream(answer)) {
                Received received = new Received(socket, file, asking);
                byte[] header = received.header();
                HttpResponse response = parsed(header);
                received.body(response);
                return new Exchange(
                        address,
                        asking.at(),
                        request,
                        answer,
                        response.status(),
                        response.headers().first("Location").filter(to -> response.status() / 100 == 3),
                        mediaType(response),
                        line.host(),
                        tls);
            }
        } catch (IOException e) {
            if (deadline.isOver()) {
                throw new CaptureRefusal("it took longer than " + asking.timeInWords() + " (the bound)");
            }
            throw e;
        }
    }

    /** The body as the server meant it: frames and compression taken off. */
    InputStream body() throws IOException {
        FileChannel channel = FileChannel.open(answer);
        try {
            return HttpResponse.parse(channel).bodyDecoded().stream();
        } catch (IOException | IllegalArgumentException e) {
            channel.close();
            throw e instanceof IOException broken ? broken : new IOException("its header is garbled", e);
        }
    }

    private static String request(URI address, String agent) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return "GET " + address.getRawPath() + query + " HTTP/1.1\r\n"
                + "Host: " + address.getHost() + port + "\r\n"
                + "User-Agent: " + agent + "\r\n"
                + "Accept: */*\r\n"
                + "Accept-Language: en;q=0.8, *;q=0.5\r\n"
                + "Accept-Encoding: gzip\r\n"
                + "Connection: close\r\n\r\n";
    }

    private static HttpResponse parsed(byte[] header) throws IOException {
        try {
            return HttpResponse.parseWithoutBody(
                    java.nio.channels.Channels.newChannel(new java.io.ByteArrayInputStream(header)), null);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IOException("its header is garbled", e);
        }
    }

    private static String mediaType(HttpResponse response) {
        return response.headers()
                .first("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static Tls tls(SSLSocket socket, List<X509Certificate> chain) {
        SSLSession session = socket.getSession();
        return new Tls(session.getProtocol(), session.getCipherSuite(), List.copyOf(chain));
    }

    /** Reads an answer to its end and writes every byte down. */
    private static final class Received {
        private final InputStream in;
        private final OutputStream file;
        private final Asking asking;
        private final Socket socket;
        private long bytes;

        Received(Socket socket, OutputStream file, Asking asking) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            this.file = file;
            this.asking = asking;
        }

        byte[] header() throws IOException, CaptureRefusal {
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            int ends = 0;
            while (ends < 2) {
                int b = next();
                header.write(b);
                ends = b == '\n' ? ends + 1 : b == '\r' ? ends : 0;
                if (header.size() > HEADER_BYTES_MAX) {
                    throw new CaptureRefusal("its header has more than " + HEADER_BYTES_MAX + " bytes (the bound)");
                }
            }
            return header.toByteArray();
        }

        void body(HttpResponse response) throws IOException, CaptureRefusal {
            int status = response.status();
            if (status / 100 == 1 || status == 204 || status == 304) {
                return;
            }
            boolean chunked = response.headers().all("Transfer-Encoding").stream()
                    .anyMatch(coding -> coding.toLowerCase(Locale.ROOT).contains("chunked"));
            Optional<String> length = response.headers().first("Content-Length").map(String::strip);
            if (chunked) {
                chunks();
            } else if (length.isPresent()) {
                if (!length.get().matches("\\d{1,18}")) {
                    throw new IOException("it gives its length as '" + length.get() + "'");
                }
                exactly(Long.parseLong(length.get()));
            } else {
                toTheEnd();
            }
        }

        private void chunks() throws IOException, CaptureRefusal {
            while (true) {
                String size = line().split(";", 2)[0].strip();
                if (!size.matches("[0-9a-fA-F]{1,15}")) {
                    throw new IOException("a chunk gives its length as '" + size + "'");
                }
                long length = Long.parseLong(size, 16);
                if (length == 0) {
                    while (!line().isEmpty()) {
                        // Fields behind the body.
                    }
                    return;
                }
                exactly(length);
                line();
            }
        }

        private String line() throws IOException, CaptureRefusal {
            StringBuilder line = new StringBuilder();
            for (int b = next(); b != '\n'; b = next()) {
                if (b != '\r') {
                    line.append((char) b);
                }
                if (line.length() > 8192) {
                    throw new IOException("a line between its chunks never ends");
                }
            }
            return line.toString();
        }

        private void exactly(long length) throws IOException, CaptureRefusal {
            asking.check(bytes + length);
            byte[] buffer = new byte[64 * 1024];
            for (long left = length; left > 0; ) {
                int n = read(buffer, (int) Math.min(left, buffer.length));
                if (n < 0) {
                    throw new EOFException("it breaks off, " + left + " bytes before its end");
                }
                left -= n;
            }
        }

        private void toTheEnd() throws IOException, CaptureRefusal {
            byte[] buffer = new byte[64 * 1024];
            while (read(buffer, buffer.length) >= 0) {
                // Every byte is written down as it is read.
            }
        }

        private int next() throws IOException, CaptureRefusal {
            byte[] one = new byte[1];
            if (read(one, 1) < 0) {
                throw new EOFException(bytes == 0 ? "it answered nothing" : "it breaks off after " + bytes + " bytes");
            }
            return one[0] & 0xff;
        }

        private int read(byte[] buffer, int most) throws IOException, CaptureRefusal {
            if (in.available() == 0) {
                socket.setSoTimeout(asking.deadline().millis(READ_MILLIS));
            }
            int n = in.read(buffer, 0, most);
            if (n > 0) {
                bytes += n;
                asking.take(n, bytes);
                file.write(buffer, 0, n);
            }
            return n;
        }
    }
}
