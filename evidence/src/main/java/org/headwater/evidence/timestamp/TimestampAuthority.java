package org.headwater.evidence.timestamp;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;

/**
 * Asks an authority over HTTP (RFC 3161, section 3.4). Sends it a digest and a number drawn by chance, nothing else.
 * Redirects are not followed: nobody is contacted whom the user did not name. Safe for use by several threads.
 */
public final class TimestampAuthority {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ANSWER_BYTES_MAX = 1 << 20;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * The address of an authority.
     *
     * @throws IllegalArgumentException if it is none that can be asked
     */
    public static URI address(String typed) {
        URI address = URI.create(typed.strip());
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("'" + typed + "' is no address that begins with http:// or https://");
        }
        return address;
    }

    /**
     * The answer to a request.
     *
     * @throws IOException if there is none: not reached within 30 seconds, refused, or longer than a megabyte
     */
    public byte[] ask(URI address, byte[] request) throws IOException {
        HttpRequest query = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(query, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException("it answered with status " + answer.statusCode());
                }
                byte[] bytes = body.readNBytes(ANSWER_BYTES_MAX + 1);
                if (bytes.length > ANSWER_BYTES_MAX) {
                    throw new IOException("its answer has more than " + ANSWER_BYTES_MAX + " bytes");
                }
                return bytes;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it was asked", e);
        }
    }
}
