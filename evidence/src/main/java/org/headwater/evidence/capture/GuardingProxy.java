package org.headwater.evidence.capture;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The only way a browser that takes a picture has to the network: an HTTP proxy on this machine that goes where a capture
 * may go, and nowhere else. What is encrypted passes through it unread.
 */
final class GuardingProxy implements Closeable {
    private static final int HEADER_BYTES_MAX = 64 * 1024;

    private final ServerSocket listening;
    private final Dialling dialling;
    private final Deadline deadline;

    private GuardingProxy(ServerSocket listening, Dialling dialling, Deadline deadline) {
        this.listening = listening;
        this.dialling = dialling;
        this.deadline = deadline;
    }

    static GuardingProxy start(Dialling dialling, Deadline deadline) throws IOException {
        GuardingProxy proxy =
                new GuardingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), dialling, deadline);
        daemon(proxy::serve);
        return proxy;
    }

    int port() {
        return listening.getLocalPort();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "headwater-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket socket = deadline.watch(listening.accept());
                daemon(() -> relay(socket));
            } catch (IOException e) {
                // Closed: the picture is taken.
                return;
            }
        }
    }

    private void relay(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            List<String> header = header(in);
            String[] words = header.get(0).split(" ");
            if (words.length != 3) {
                return;
            }
            boolean tunnel = words[0].equals("CONNECT");
            URI target = WebAddress.of(tunnel ? "https://" + words[1] : words[1]);
            Dialling.Line line;
            try {
                line = dialling.dial(target, deadline);
            } catch (CaptureRefusal | IOException e) {
                say(socket, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                return;
            }
            try (Socket onward = line.socket()) {
                if (tunnel) {
                    say(socket, "HTTP/1.1 200 Connected\r\n\r\n");
                } else {
                    say(onward, request(words, target, header));
                }
                daemon(() -> copy(in, onward));
                onward.getInputStream().transferTo(socket.getOutputStream());
            }
        } catch (IOException | IllegalArgumentException e) {
            // The browser is told by the line that closes.
            return;
        }
    }

    private static List<String> header(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int bytes = 0; bytes < HEADER_BYTES_MAX; bytes++) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            if (b == '\n') {
                if (line.isEmpty() && !lines.isEmpty()) {
                    return lines;
                }
                lines.add(line.toString());
                line.setLength(0);
            } else if (b != '\r') {
                line.append((char) b);
            }
        }
        throw new IOException("no request");
    }

    /** One request a line, so that none goes to a host that was not checked for it. */
    private static String request(String[] words, URI target, List<String> header) {
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        StringBuilder request = new StringBuilder(words[0] + " " + target.getRawPath() + query + " HTTP/1.1\r\n");
        for (String field : header.subList(1, header.size())) {
            String name = field.split(":", 2)[0].toLowerCase(Locale.ROOT);
            if (!name.equals("connection") && !name.equals("proxy-connection")) {
                request.append(field).append("\r\n");
            }
        }
        return request.append("Connection: close\r\n\r\n").toString();
    }

    private static void say(Socket socket, String words) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(words.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void copy(InputStream in, Socket onward) {
        try {
            in.transferTo(onward.getOutputStream());
        } catch (IOException e) {
            // The other direction ends with its own line.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
