package org.headwater.evidence.capture;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Writes exchanges down as WARC records (ISO 28500), each packed by itself: a request, its response, and beside them what
 * the response does not hold: how the line was encrypted and the certificates, in PEM.
 */
final class WarcRecords implements Closeable {
    private static final MediaType CERTIFICATES = MediaType.parse("application/pem-certificate-chain");

    private final FileChannel channel;
    private final WarcWriter writer;
    private final String seed;
    private int records;

    private WarcRecords(FileChannel channel, WarcWriter writer, String seed) {
        this.channel = channel;
        this.writer = writer;
        this.seed = seed;
    }

    /** Begins an archive, with a record about itself. */
    static WarcRecords begin(Path warc, URI asked, Instant at, String software) throws IOException {
        FileChannel channel = FileChannel.open(
                warc, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        WarcRecords records = new WarcRecords(channel, new WarcWriter(channel, WarcCompression.GZIP), asked + " " + at);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("software", List.of(software));
        fields.put("format", List.of("WARC File Format 1.0"));
        fields.put(
                "conformsTo",
                List.of("http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.0/"));
        fields.put("description", List.of("One page, asked for by a person: " + asked));
        fields.put("robots", List.of("ignore"));
        records.writer.write(new Warcinfo.Builder()
                .recordId(records.nextId())
                .date(at)
                .filename(warc.getFileName().toString())
                .fields(fields)
                .build());
        return records;
    }

    /** Names follow from what is captured and when; nothing is drawn by lot. */
    private URI nextId() {
        records++;
        return URI.create(
                "urn:uuid:" + UUID.nameUUIDFromBytes((seed + " " + records).getBytes(StandardCharsets.UTF_8)));
    }

    /** In hexadecimal: base 32 as readers of old expect it has signs that the grammar of digests does not allow. */
    private static String sha256(byte[] digest) {
        return "sha256:" + Sha256.of(digest).hex();
    }

    /**
     * Writes one exchange down.
     *
     * @param payload SHA-256 of the body, decoded
     */
    void write(Exchange exchange, byte[] payload) throws IOException {
        URI response = nextId();
        URI request = nextId();
        try (FileChannel answer = FileChannel.open(exchange.answer())) {
            WarcResponse.Builder record = new WarcResponse.Builder(exchange.address())
                    .recordId(response)
                    .date(exchange.at())
                    .setHeader("WARC-Block-Digest", sha256(digest(exchange.answer())))
                    .body(MediaType.HTTP_RESPONSE, answer, answer.size());
            record.setHeader("WARC-Payload-Digest", sha256(payload));
            address(exchange).ifPresent(record::ipAddress);
            exchange.tls()
                    .ifPresent(tls -> record.addHeader("WARC-Cipher-Suite", tls.cipher())
                            .addHeader("WARC-Protocol", protocol(tls.protocol())));
            writer.write(record.build());
        }
        byte[] sent = exchange.request().getBytes(StandardCharsets.US_ASCII);
        WarcRequest.Builder asked = new WarcRequest.Builder(exchange.address())
                .recordId(request)
                .date(exchange.at())
                .concurrentTo(response)
                .setHeader("WARC-Block-Digest", sha256(ContentHash.sha256().digest(sent)))
                .body(MediaType.HTTP_REQUEST, sent);
        address(exchange).ifPresent(asked::ipAddress);
        writer.write(asked.build());
        if (exchange.tls().isPresent()) {
            byte[] pem = pem(exchange.tls().get().chain());
            writer.write(new WarcMetadata.Builder()
                    .targetURI(exchange.address())
                    .recordId(nextId())
                    .date(exchange.at())
                    .concurrentTo(response)
                    .setHeader("WARC-Block-Digest", sha256(ContentHash.sha256().digest(pem)))
                    .body(CERTIFICATES, pem)
                    .build());
        }
    }

    /** Writes down how a browser showed the page. */
    void writeView(URI address, Instant at, byte[] png) throws IOException {
        writer.write(new WarcResource.Builder(URI.create("urn:view:" + address))
                .recordId(nextId())
                .date(at)
                .setHeader("WARC-Block-Digest", sha256(ContentHash.sha256().digest(png)))
                .body(MediaType.parse("image/png"), png)
                .build());
    }

    private static Optional<InetAddress> address(Exchange exchange) throws IOException {
        boolean numeric = exchange.host().matches("[0-9.]+") || exchange.host().indexOf(':') >= 0;
        return numeric ? Optional.of(InetAddress.getByName(exchange.host())) : Optional.empty();
    }

    /** Names as in the registry of ALPN and its kin: {@code tls/1.3}. */
    private static String protocol(String java) {
        return java.startsWith("TLSv") ? "tls/" + (java.equals("TLSv1") ? "1.0" : java.substring(4)) : java;
    }

    private static byte[] digest(Path file) throws IOException {
        var digest = ContentHash.sha256();
        try (var in = Files.newInputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return digest.digest();
    }

    private static byte[] pem(List<X509Certificate> chain) throws IOException {
        List<String> lines = new ArrayList<>();
        try {
            for (X509Certificate certificate : chain) {
                lines.add("-----BEGIN CERTIFICATE-----");
                lines.add(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()));
                lines.add("-----END CERTIFICATE-----");
            }
        } catch (CertificateEncodingException e) {
            throw new IOException("a certificate of the server cannot be written down", e);
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        channel.force(true);
        writer.close();
    }
}
