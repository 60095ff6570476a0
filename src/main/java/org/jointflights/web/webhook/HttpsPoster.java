package org.jointflights.web.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jointflights.application.notice.Failure;
import org.jointflights.application.webhook.Poster;
import org.jointflights.domain.webhook.WebhookAddress;

/**
 * Sends by https to the very address that was found to be outside, under the name that the certificate has to have. A library
 * would ask for the name a second time, and would follow where an answer leads. Of the answer the first line is read.
 */
final class HttpsPoster implements Poster {

    /** The machine that an address leads to, which is outside. */
    interface Outside {
        InetAddress require(WebhookAddress address);
    }

    /** Stops a connection that lasts too long, whatever trickles. */
    interface Limit {
        ScheduledFuture<?> on(Socket socket);
    }

    private static final int SILENCE = (int) Duration.ofSeconds(10).toMillis();
    private static final int LONGEST_LINE = 200;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: .*)?");

    private final Outside outside;
    private final SSLSocketFactory tls;
    private final Limit limit;

    HttpsPoster(Outside outside, SSLSocketFactory tls, Limit limit) {
        this.outside = outside;
        this.tls = tls;
        this.limit = limit;
    }

    @Override
    public void requireOutside(WebhookAddress address) {
        outside.require(address);
    }

    @Override
    public void post(WebhookAddress address, Map<String, String> headers, String body) throws NotTaken {
        InetAddress machine = outside.require(address);
        int status;
        try (Socket socket = new Socket()) {
            ScheduledFuture<?> end = limit.on(socket);
            try {
                socket.connect(new InetSocketAddress(machine, address.port()), SILENCE);
                socket.setSoTimeout(SILENCE);
                status = exchange(socket, address, headers, body);
            } finally {
                end.cancel(false);
            }
        } catch (IOException away) {
            throw new NotTaken(Failure.NO_ANSWER, away);
        }
        if (status < 200 || status > 299) {
            throw new NotTaken(Failure.REFUSED, new IOException("HTTP " + status));
        }
    }

    private int exchange(Socket plain, WebhookAddress address, Map<String, String> headers, String body)
            throws IOException {
        try (SSLSocket socket = (SSLSocket) tls.createSocket(plain, address.host(), address.port(), true)) {
            SSLParameters checked = socket.getSSLParameters();
            checked.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(checked);
            socket.startHandshake();
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head =
                    new StringBuilder("POST ").append(address.target()).append(" HTTP/1.1\r\n");
            headers.forEach((name, value) -> line(head, name, value));
            line(head, "Host", address.port() == 443 ? address.host() : address.host() + ":" + address.port());
            line(head, "Content-Length", Integer.toString(content.length));
            line(head, "Connection", "close");
            head.append("\r\n");
            OutputStream out = socket.getOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
            out.write(content);
            out.flush();
            return status(socket.getInputStream());
        }
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static int status(InputStream answer) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = answer.read();
        while (next >= 0 && next != '\n' && line.size() < LONGEST_LINE) {
            line.write(next);
            next = answer.read();
        }
        Matcher status = STATUS.matcher(line.toString(StandardCharsets.US_ASCII).strip());
        if (!status.matches()) {
            throw new IOException("no HTTP");
        }
        return Integer.parseInt(status.group(1));
    }
}
