package org.jointflights.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request written by hand, as no browser or library would write it.
 *
 * @param body its bytes, one a character
 */
public record RawRequest(String method, String target, Map<String, String> headers, String body) {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final Pattern IN_CHUNKS = Pattern.compile("(?i)\r\ntransfer-encoding: *chunked\r\n");
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    /** What the server said; status 0 if it closed the connection without a word. */
    public record Answer(int status, String text) {}

    /** Throws {@link AssertionError} where nobody listens. */
    public Answer sendTo(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.putIfAbsent("Host", "localhost:" + port);
            all.putIfAbsent("Connection", "close");
            if (!all.containsKey("Transfer-Encoding")) {
                all.putIfAbsent("Content-Length", Integer.toString(body.length()));
            }
            StringBuilder head =
                    new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
            all.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            try {
                out.write(body.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (SocketException refusedEarly) {
                // The answer is there before the body was read: that is what is wanted of a body that is too large.
                return read(socket.getInputStream());
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new AssertionError(method + " " + target, e);
        }
    }

    /** Reads what belongs to the answer: a server that waits for a body that never comes keeps the connection open. */
    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            int one = in.read();
            while (one >= 0 && !ends(all, one, "\r\n\r\n")) {
                one = in.read();
            }
            String head = all.toString(StandardCharsets.UTF_8);
            Matcher length = LENGTH.matcher(head);
            if (length.find()) {
                all.write(in.readNBytes(Integer.parseInt(length.group(1))));
            } else if (IN_CHUNKS.matcher(head).find()) {
                one = in.read();
                while (one >= 0 && !ends(all, one, LAST_CHUNK)) {
                    one = in.read();
                }
            } else {
                in.transferTo(all);
            }
        } catch (SocketException closed) {
            // What came before counts.
        }
        String text = all.toString(StandardCharsets.UTF_8);
        return new Answer(text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
    }

    private static boolean ends(ByteArrayOutputStream read, int one, String with) {
        read.write(one);
        return one == '\n' && read.toString(StandardCharsets.ISO_8859_1).endsWith(with);
    }
}
