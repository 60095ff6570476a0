package org.jointflights.web.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jointflights.application.notice.Failure;
import org.jointflights.application.notice.Mail;
import org.jointflights.application.notice.MailChoices;
import org.jointflights.application.notice.Mails;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Outbox;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.notice.MailChoice;
import org.jointflights.domain.notice.MailManner;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The page on which people choose how mail reaches them, and that on which an administrator sees what did not. */
@ProcessTest
class MyNoticesPageTest {

    private static final String PAGE = "/my-notices";

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    MailChoices choices;

    @Autowired
    Mails mails;

    @Autowired
    Outbox outbox;

    @Autowired
    Clock clock;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void everybody_chooses_for_themselves_and_finds_the_choice_again() throws Exception {
        assertThat(send(get("/notices"), "frfinance2").getContentAsString()).contains("href=\"/my-notices\"");
        assertThat(send(get(PAGE), "frfinance2").getContentAsString())
                .contains("value=\"AT_ONCE\" selected")
                .contains("They cannot be switched off.");

        String kept =
                send(choice("DIGEST", "18", "Europe/Paris", "fr"), "frfinance2").getContentAsString();

        assertThat(kept)
                .contains("Your choice holds for every notice from now on.")
                .contains("value=\"DIGEST\" selected")
                .contains("value=\"18\" selected")
                .contains("value=\"Europe/Paris\" selected")
                .containsPattern("value=\"fr\"[^>]* selected");
        assertThat(choices.of("frfinance2"))
                .contains(new MailChoice(MailManner.DIGEST, 18, ZoneId.of("Europe/Paris"), Locale.FRENCH));
        assertThat(choices.of("frfinance1")).isEmpty();
        send(choice("AT_ONCE", "7", "UTC", ""), "frfinance2");
        assertThat(choices.of("frfinance2")).contains(MailChoice.UNSAID);
        assertThat(send(get(PAGE).locale(Locale.FRENCH), "frfinance2").getContentAsString())
                .contains("On ne peut pas les désactiver.");
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER, 7, UTC, en, manner",
        "DIGEST, 24, UTC, en, digestHour",
        "DIGEST, x, UTC, en, digestHour",
        "DIGEST, 7, CET, en, digestZone",
        "DIGEST, 7, Europe/Nowhere, en, digestZone",
        "DIGEST, 7, UTC, de, mailLanguage"
    })
    void what_is_not_on_the_form_is_refused_and_changes_nothing(
            String manner, String hour, String zone, String language, String field) throws Exception {
        MockHttpServletResponse answer = send(choice(manner, hour, zone, language), "frlegal2");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("class=\"refusal\"").contains("cannot be");
        assertThat(choices.of("frlegal2")).as(field).isEmpty();
    }

    @Test
    void an_administrator_sees_what_was_given_up_and_has_it_sent_again_and_an_auditor_only_sees() throws Exception {
        Instant now = clock.instant();
        Notice notice = new Notice(
                null, "FRfinance", Sentence.of("notice.givenUp", "JRO-2027-0001"), now, "given-up-mail", null);
        outbox.put(notice);
        outbox.spread(notice, now);
        Mail mail = new Mail("given-up-mail", "frfinance1", null, 0);
        mails.put(notice, mail, now);
        mails.take(mail, now, now);
        mails.giveUp(mail, Failure.ADDRESS, now);

        assertThat(send(get("/admin/system"), "auditor").getContentAsString())
                .contains("frfinance1", "The mail server refuses the address for good")
                .doesNotContain("Send again");
        assertThat(send(post("/admin/system/mail").with(csrf()).param("mail", mail.id()), "auditor")
                        .getStatus())
                .isEqualTo(403);
        assertThat(send(get("/admin/system").locale(Locale.FRENCH), "admin").getContentAsString())
                .contains("Renvoyer le courriel à frfinance1");

        assertThat(send(post("/admin/system/mail").with(csrf()).param("mail", mail.id()), "admin")
                        .getContentAsString())
                .contains("The mail is sent again within a minute")
                .contains("No mail was given up.");

        assertThat(mails.due(now, 1000)).contains(mail);
        assertThat(outbox.to(Set.of("auditor")))
                .extracting(each -> each.text().in(Locale.ENGLISH))
                .anyMatch(text -> text.contains("Had a mail to frfinance1 sent again"));
        assertThat(send(post("/admin/system/mails").with(csrf()), "admin").getStatus())
                .isEqualTo(409);
        mails.sent(mail, now);
    }

    private static MockHttpServletRequestBuilder choice(String manner, String hour, String zone, String language) {
        return post(PAGE)
                .with(csrf())
                .param("manner", manner)
                .param("digestHour", hour)
                .param("digestZone", zone)
                .param("mailLanguage", language);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String person) throws Exception {
        MockHttpServletResponse answer =
                web.perform(request.with(user(person))).andReturn().getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }
}
