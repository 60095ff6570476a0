package org.jointflights.faults;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server, which takes mail, refuses it, or hangs in the middle of the talk, as it is told. */
public final class RealMailServer implements Closeable {

    public enum Mood {
        TAKES,
        /** Says that it should be tried later. */
        REFUSES,
        /** Takes the whole mail and never says so. */
        HANGS
    }

    private final List<MimeMessage> taken = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> fullForNow = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Session session = Session.getInstance(new Properties());
    private final SMTPServer server;
    private volatile Mood mood = Mood.TAKES;

    public RealMailServer() {
        server = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(0)
                .messageHandlerFactory(Talk::new)
                .build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    public void is(Mood now) {
        mood = now;
    }

    /** Says for good that there is no such address. */
    public void knowsNot(String address) {
        refused.add(address);
    }

    /** Says that the box of that address is full at the moment, or is not any more. */
    public void isFull(String address, boolean full) {
        if (full) {
            fullForNow.add(address);
        } else {
            fullForNow.remove(address);
        }
    }

    /** In the order in which they came. */
    public List<MimeMessage> taken() {
        return List.copyOf(taken);
    }

    /** How many talks began. */
    public int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop();
    }

    private final class Talk implements MessageHandler {

        private Talk(MessageContext context) {
            asked.incrementAndGet();
        }

        @Override
        public void from(String from) throws RejectException {
            if (mood == Mood.REFUSES) {
                throw new RejectException(451, "try later");
            }
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (refused.contains(recipient)) {
                throw new RejectException(550, "no such user");
            }
            if (fullForNow.contains(recipient)) {
                throw new RejectException(452, "mailbox full");
            }
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            try {
                MimeMessage message = new MimeMessage(session, data);
                if (mood == Mood.HANGS) {
                    end.await();
                    throw new RejectException(421, "closing");
                }
                taken.add(message);
            } catch (MessagingException | InterruptedException unreadable) {
                throw new RejectException(554, "unreadable");
            }
            return null;
        }

        @Override
        public void done() {
            // Nothing is left over.
        }
    }
}
