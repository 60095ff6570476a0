package org.jointflights.web.notice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;

/**
 * Connections to a mail server that are closed when one mail has taken too long: a server that sends a byte now and then is
 * never silent for as long as the other limits allow, and would keep the mail, and those behind it, for ever.
 */
final class MailSockets extends SocketFactory {

    private static final Logger LOG = LoggerFactory.getLogger(MailSockets.class);

    private final TaskScheduler closing;
    private final Duration longest;

    MailSockets(TaskScheduler closing, Duration longest) {
        this.closing = closing;
        this.longest = longest;
    }

    /** Not connected yet; whoever sends mail does that, and lays TLS over it. */
    @Override
    public Socket createSocket() {
        Socket socket = new Socket();
        ScheduledFuture<?> unused =
                closing.schedule(() -> close(socket), Instant.now().plus(longest));
        return socket;
    }

    private static void close(Socket socket) {
        if (!socket.isClosed()) {
            try {
                socket.close();
            } catch (IOException broken) {
                LOG.debug("A connection to the mail server was broken before it was closed.", broken);
            }
        }
    }

    // The rest connect at once, past the limit for connecting. Whoever sends mail calls none of them; if one were
    // called, the
    // mail would stay in the outbox and the log would say why.

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }
}
