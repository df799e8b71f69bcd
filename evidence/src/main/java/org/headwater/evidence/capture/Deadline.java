package org.headwater.evidence.capture;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The moment at which a capture has to have ended. Timeouts of single reads do not bound a server that sends one byte
 * after the other, so at the deadline every connection is closed.
 */
final class Deadline implements Closeable {
    private final long end;
    private final ScheduledExecutorService alarm;
    private final ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();
    private final ScheduledFuture<?> ringing;
    private volatile boolean over;

    private Deadline(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
        this.alarm = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "headwater-deadline");
            thread.setDaemon(true);
            return thread;
        });
        this.ringing = alarm.schedule(this::hangUp, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    static Deadline in(Duration time) {
        return new Deadline(time);
    }

    Socket watch(Socket socket) {
        open.add(socket);
        return socket;
    }

    boolean isOver() {
        return over || System.nanoTime() >= end;
    }

    /** What is left, but no more than this many milliseconds. */
    int millis(int most) throws SocketTimeoutException {
        // Rounded up, so that a read that ends by this ends behind the deadline.
        long left = (end - System.nanoTime() + 999_999) / 1_000_000;
        if (left <= 0 || over) {
            over = true;
            throw new SocketTimeoutException("the time is over");
        }
        return (int) Math.min(left, most);
    }

    private void hangUp() {
        over = true;
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                // Closing is all that can be done; whoever reads from it is told.
                open.remove(socket);
            }
        }
    }

    @Override
    public void close() {
        ringing.cancel(false);
        alarm.shutdownNow();
    }
}
