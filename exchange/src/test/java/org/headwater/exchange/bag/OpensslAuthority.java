package org.headwater.exchange.bag;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An authority that stamps with {@code openssl ts}, on this machine, under a certificate of its own making. */
final class OpensslAuthority implements AutoCloseable {
    private final Path folder;
    private final HttpServer server;

    private OpensslAuthority(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    static OpensslAuthority start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("tsa.cnf"), """
                [tsa]
                serial = %s
                default_policy = 1.2.3.4.1
                digests = sha256
                signer_digest = sha256
                """.formatted(folder.resolve("serial")));
        Files.writeString(folder.resolve("serial"), "01\n");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        OpensslAuthority authority = new OpensslAuthority(folder, server);
        authority.openssl(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 -subj /CN=Test -keyout key.pem"
                        + " -out ca.pem -addext extendedKeyUsage=critical,timeStamping");
        server.createContext("/", exchange -> {
            Files.write(folder.resolve("query.tsq"), exchange.getRequestBody().readAllBytes());
            byte[] answer = authority.answer();
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return authority;
    }

    private byte[] answer() throws IOException {
        try {
            openssl("ts -reply -config tsa.cnf -section tsa -queryfile query.tsq -signer ca.pem -inkey key.pem"
                    + " -out answer.tsr");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return Files.readAllBytes(folder.resolve("answer.tsr"));
    }

    private void openssl(String words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words.split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The certificate that its stamps end in. */
    Path certificate() {
        return folder.resolve("ca.pem");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
