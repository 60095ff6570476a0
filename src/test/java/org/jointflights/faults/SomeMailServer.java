package org.jointflights.faults;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A mail server that takes mail, or takes the connection and hangs: as long as a manner is set, or for the next connections. */
public final class SomeMailServer implements Closeable {

    public enum Manner {
        /** Takes the mail. */
        POLITE,
        /** Takes the connection and says nothing. */
        SILENT,
        /** Begins to greet, a byte at a time, and never ends. */
        DRIPPING
    }

    private final ServerSocket door;
    private final List<String> subjects = new CopyOnWriteArrayList<>();
    private final Queue<Manner> next = new ConcurrentLinkedQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Manner manner = Manner.POLITE;

    public SomeMailServer() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::serve);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void from(Manner now) {
        manner = now;
    }

    /** To the next connections, one after the other; then as before. */
    public void first(Manner... manners) {
        next.addAll(List.of(manners));
    }

    public List<String> subjects() {
        return List.copyOf(subjects);
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void serve() {
        try {
            while (true) {
                Socket client = door.accept();
                open.add(client);
                connections.incrementAndGet();
                Manner first = next.poll();
                start(() -> talk(client, first == null ? manner : first));
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void talk(Socket client, Manner as) {
        try (client) {
            OutputStream out = client.getOutputStream();
            if (as == Manner.SILENT) {
                client.getInputStream().readAllBytes();
                return;
            }
            while (as == Manner.DRIPPING) {
                out.write('2');
                LockSupport.parkNanos(50_000_000);
            }
            mail(new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8)), out);
        } catch (IOException gone) {
            Thread.currentThread().interrupt();
        }
    }

    private void mail(BufferedReader in, OutputStream out) throws IOException {
        say(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("DATA")) {
                say(out, "354 go on");
                String subject = "";
                for (String text = in.readLine(); !".".equals(text); text = in.readLine()) {
                    subject = text.startsWith("Subject: ") ? text.substring("Subject: ".length()) : subject;
                }
                subjects.add(subject);
            }
            say(out, line.equals("QUIT") ? "221 bye" : "250 ok");
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
