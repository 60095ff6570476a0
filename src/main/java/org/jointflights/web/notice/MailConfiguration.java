package org.jointflights.web.notice;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jointflights.application.notice.SendNotices;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends notices every minute, if a mail server is set; otherwise they are read on the pages only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.mail.host")
@EnableScheduling
class MailConfiguration {

    /** Longer than a server that is only slow takes for a short text, its own limits for one answer included. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final SendNotices postman;
    private final SmtpMailer mailer;

    MailConfiguration(
            SendNotices postman,
            JavaMailSenderImpl server,
            TaskScheduler schedule,
            @Value("${jointflights.mail.from:joint-flights@localhost}") String from,
            @Value("${jointflights.address:http://localhost:8080}") String address) {
        this.postman = postman;
        limit(server, new MailSockets(schedule, LONGEST));
        this.mailer = new SmtpMailer(server, from, address);
    }

    /** Under the name for a connection that is plain at first, and under that for one that begins with TLS. */
    static void limit(JavaMailSenderImpl server, MailSockets sockets) {
        String protocol = server.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : server.getProtocol();
        server.getJavaMailProperties().put("mail." + protocol + ".socketFactory", sockets);
        server.getJavaMailProperties().put("mail." + protocol + ".ssl.socketFactory", sockets);
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void deliver() {
        postman.deliver(mailer);
    }
}
