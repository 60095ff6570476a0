package org.jointflights.web.notice;

import java.util.concurrent.TimeUnit;
import org.jointflights.application.notice.SendNotices;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends notices every minute, if a mail server is set; otherwise they are read on the pages only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.mail.host")
@EnableScheduling
class MailConfiguration {

    private final SendNotices postman;
    private final SmtpMailer mailer;

    MailConfiguration(
            SendNotices postman,
            JavaMailSender server,
            @Value("${jointflights.mail.from:joint-flights@localhost}") String from,
            @Value("${jointflights.address:http://localhost:8080}") String address) {
        this.postman = postman;
        this.mailer = new SmtpMailer(server, from, address);
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void deliver() {
        postman.deliver(mailer);
    }
}
