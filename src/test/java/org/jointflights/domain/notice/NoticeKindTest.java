package org.jointflights.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jointflights.domain.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeKindTest {

    /** Sentences of the page and of mail, which are no notices. */
    private static final List<String> NO_NOTICES =
            List.of("notice.mail.", "notice.manner.", "notice.my", "notice.choice.", "notice.calendar");

    static Stream<String> notices() {
        return ResourceBundle.getBundle("messages/notice", Locale.ROOT).keySet().stream()
                .filter(key -> NO_NOTICES.stream().noneMatch(key::startsWith))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("notices")
    void whether_a_notice_is_about_safety_has_been_decided(String code) {
        assertThat(NoticeKind.isKnown(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notice.stopped",
                "notice.stoppedAtLastCall",
                "notice.order.open",
                "notice.order.lifted",
                "notice.suspended",
                "notice.landed",
                "notice.landingAhead",
                "notice.landingOverdue",
                "notice.restraintOverdue",
                "notice.incidentReported",
                "notice.confidential.incident.raised",
                "people.administration.told",
                "notice.thatNobodyHasPutInOrder"
            })
    void what_is_about_safety_or_unknown_goes_at_once(String code) {
        assertThat(NoticeKind.isSafety(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice.offer", "notice.pay", "notice.confidential.complaint.registered"})
    void work_and_money_can_wait(String code) {
        assertThat(NoticeKind.isSafety(code)).isFalse();
    }

    @Test
    void what_is_confidential_or_unknown_is_not_quoted_by_mail() {
        assertThat(NoticeKind.isQuoted("notice.confidential.incident.raised")).isFalse();
        assertThat(NoticeKind.isQuoted("notice.confidential.complaint.forwarded"))
                .isFalse();
        assertThat(NoticeKind.isQuoted("people.administration.told")).isFalse();
        assertThat(NoticeKind.isQuoted("notice.thatNobodyHasPutInOrder")).isFalse();
        assertThat(NoticeKind.isQuoted("notice.landed")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notice.offer 1",
                "notice.offerReminder 1",
                "notice.withdrawn 2",
                "notice.postponed 2",
                "notice.planChanged 1",
                "notice.planChanged 2",
                "notice.suspended 1",
                "notice.resumed 1",
                "notice.resumedAgainstAdvice 1",
                "notice.cancelled 1"
            })
    void a_mail_says_the_facts_without_what_somebody_typed(String codeAndGap) {
        String[] parts = codeAndGap.split(" ", -1);
        int typed = Integer.parseInt(parts[1]);
        List<Object> gaps = IntStream.range(0, 4)
                .<Object>mapToObj(gap -> gap == typed ? "MARKER" : "fact" + gap)
                .toList();

        Sentence mailed = NoticeKind.inMail(new Sentence(parts[0], gaps));

        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(mailed.in(language)).doesNotContain("MARKER").contains("fact0");
        }
    }

    @Test
    void a_notice_of_facts_alone_is_said_as_it_is() {
        Sentence landed = Sentence.of("notice.landed", "JRO-2027-0001", "LOS", "12:00");

        assertThat(NoticeKind.inMail(landed)).isEqualTo(landed);
    }
}
