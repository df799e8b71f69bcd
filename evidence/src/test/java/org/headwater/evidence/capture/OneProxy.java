package org.headwater.evidence.capture;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A SOCKS 5 proxy (RFC 1928) that notes which names it is asked for, and sends everything to one port of this machine. */
final class OneProxy implements Closeable {
    private final ServerSocket listening;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int target;

    private OneProxy(ServerSocket listening) {
        this.listening = listening;
    }

    static OneProxy start() throws IOException {
        OneProxy proxy = new OneProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        daemon(proxy::serve);
        return proxy;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "one-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    void sendsTo(int port) {
        target = port;
    }

    List<String> asked() {
        return asked;
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                daemon(() -> relay(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void relay(Socket socket) {
        try (socket;
                Socket onward = new Socket(InetAddress.getLoopbackAddress(), target)) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            in.readByte();
            in.readFully(new byte[in.readUnsignedByte()]);
            out.write(new byte[] {5, 0});
            in.readFully(new byte[3]);
            int kind = in.readUnsignedByte();
            byte[] name = new byte[kind == 3 ? in.readUnsignedByte() : 4];
            in.readFully(name);
            int port = in.readUnsignedShort();
            asked.add((kind == 3 ? new String(name, StandardCharsets.US_ASCII) : "an address") + ":" + port);
            out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
            daemon(() -> copy(in, onward));
            onward.getInputStream().transferTo(out);
        } catch (IOException e) {
            return;
        }
    }

    private static void copy(DataInputStream in, Socket onward) {
        try {
            in.transferTo(onward.getOutputStream());
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
