package org.headwater.evidence.capture;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server on this machine that answers each path with exactly the bytes it is told, however wrong they are. */
final class OneServer implements Closeable {
    private static final char[] PASSWORD = "change-it".toCharArray();

    private final ServerSocket listening;
    private final String scheme;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private OneServer(ServerSocket listening, String scheme) {
        this.listening = listening;
        this.scheme = scheme;
        Thread thread = new Thread(this::serve, "one-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Writes an answer. */
    interface Answer {
        void to(OutputStream out) throws IOException;
    }

    static OneServer plain() throws IOException {
        return new OneServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http");
    }

    /** With a certificate that nobody vouches for. */
    static OneServer encrypted(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException(Files.readString(folder.resolve("keytool.log")));
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return new OneServer(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()), "https");
    }

    int port() {
        return listening.getLocalPort();
    }

    URI at(String path) {
        return WebAddress.of(scheme + "://127.0.0.1:" + port() + path);
    }

    OneServer answering(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    OneServer answering(String path, String bytes) {
        return answering(path, out -> out.write(bytes.getBytes(StandardCharsets.UTF_8)));
    }

    /** A page with its right length. */
    OneServer page(String path, String type, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return answering(
                path,
                "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                        + "\r\nSet-Cookie: id=1\r\n\r\n" + body);
    }

    OneServer redirect(String path, String to) {
        return answering(
                path, "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nSet-Cookie: id=1\r\nContent-Length: 0\r\n\r\n");
    }

    /** All that was asked, with its header. */
    List<String> asked() {
        return asked;
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread thread = new Thread(() -> answer(socket), "one-answer");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            StringBuilder request = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                request.append(line).append('\n');
            }
            asked.add(request.toString());
            String[] words = request.toString().split(" ", 3);
            Answer answer = answers.getOrDefault(
                    words.length > 1 ? words[1] : "",
                    out -> out.write(
                            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            answer.to(socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // Whoever asked has hung up, as some tests want it.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
