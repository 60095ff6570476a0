package org.jointflights.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the application and its database, and can be away in both ways: refusing, or taking everything and saying nothing. */
final class Relay implements Closeable {

    private enum Mode {
        PASSING,
        REFUSING,
        SILENT
    }

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;
    private volatile Mode mode = Mode.PASSING;

    Relay(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = door.getLocalPort();
        serve(door);
    }

    int port() {
        return port;
    }

    /** Whoever is connected is cut off, and nobody gets in. */
    void refuse() throws IOException {
        mode = Mode.REFUSING;
        door.close();
        cut();
    }

    /** Connections stay and are taken, and no byte goes either way. */
    void fallSilent() {
        mode = Mode.SILENT;
    }

    /** As if nothing had been; what came while it was silent goes on. */
    void pass() throws IOException {
        if (mode == Mode.REFUSING) {
            door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            serve(door);
        }
        synchronized (this) {
            mode = Mode.PASSING;
            notifyAll();
        }
    }

    @Override
    public void close() throws IOException {
        refuse();
    }

    private void cut() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    private void serve(ServerSocket at) {
        start(() -> {
            while (true) {
                Socket client = at.accept();
                keep(client);
                start(() -> {
                    awaitPassing();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    keep(server);
                    start(() -> copy(client, server));
                    copy(server, client);
                });
            }
        });
    }

    /** One that was taken while the others were cut off is cut off as well. */
    private void keep(Socket socket) throws IOException {
        open.add(socket);
        if (mode == Mode.REFUSING) {
            socket.close();
        }
    }

    private void copy(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                awaitPassing();
                out.write(bytes, 0, read);
            }
        }
    }

    private synchronized void awaitPassing() throws IOException {
        while (mode == Mode.SILENT) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // One of the two has gone, which is all that this is for.
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
