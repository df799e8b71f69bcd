package org.headwater.cli.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** A server that answers everything with one page, byte for byte the same, so that captures of it can be compared. */
final class OneAnswer implements AutoCloseable {
    private static final String PAGE =
            "<html><head><title>Ferry times</title></head><body><article><h1>Ferry times</h1>"
                    + "<p>The ferry under the bridge runs every hour until the harvest is in, the council said on its page."
                    + "</p></article></body></html>";

    private final ServerSocket socket;

    private OneAnswer(ServerSocket socket) {
        this.socket = socket;
    }

    static OneAnswer start() throws IOException {
        OneAnswer server = new OneAnswer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(server::serve, "one-answer");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket asked = socket.accept();
                    BufferedReader in = new BufferedReader(new InputStreamReader(asked.getInputStream(), US_ASCII))) {
                String line = in.readLine();
                while (line != null && !line.isEmpty()) {
                    line = in.readLine();
                }
                asked.getOutputStream()
                        .write(("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                                        + PAGE.length() + "\r\nConnection: close\r\n\r\n" + PAGE)
                                .getBytes(US_ASCII));
            } catch (IOException e) {
                // Whoever asked was killed, or the test is over.
            }
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
