package org.jointflights.web.notice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jointflights.application.notice.Mailer.Letter;
import org.jointflights.application.notice.Notice;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.notice.NoticeKind;
import org.jointflights.web.signin.EnginePages;

/** What a mail says: facts and one link. {@link NoticeKind} decides which facts; whatever it does not know is not quoted. */
final class MailWording {

    private static final EnginePages PAGES = new EnginePages();

    private final String address;

    /** {@code address} is where people reach the application, without a slash at the end. */
    MailWording(String address) {
        this.address = address;
    }

    String subject(Letter letter, Locale language) {
        LocalDate day = letter.mail().digestOf();
        if (day != null) {
            return Sentence.of("overview.mail.digest.subject", day).in(language);
        }
        OperationReference flight = only(letter).reference();
        return (flight == null
                        ? Sentence.of("overview.mail.administration.subject")
                        : Sentence.of("overview.mail.subject", flight))
                .in(language);
    }

    String text(Letter letter, Locale language) {
        if (letter.mail().digestOf() != null) {
            return digest(letter.notices(), language);
        }
        Notice notice = only(letter);
        OperationReference flight = notice.reference();
        if (flight == null) {
            return Sentence.of("overview.mail.administration.text", address + "/administration", notice.recipient())
                    .in(language);
        }
        String task = letter.notices().stream()
                .map(Notice::task)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Sentence text = task == null
                ? Sentence.of(
                        "overview.mail.text", said(notice, flight), address + "/flights/" + flight, notice.recipient())
                : Sentence.of(
                        "overview.mail.task.text",
                        said(notice, flight),
                        address + PAGES.task(task),
                        notice.recipient());
        return text.in(language);
    }

    /** By flight, in the order in which the first notice of each came. */
    private String digest(List<Notice> notices, Locale language) {
        Map<OperationReference, List<Notice>> flights = notices.stream()
                .filter(notice -> notice.reference() != null)
                .collect(Collectors.groupingBy(Notice::reference, LinkedHashMap::new, Collectors.toList()));
        String told = flights.entrySet().stream()
                .map(flight -> ofFlight(flight.getKey(), flight.getValue(), language))
                .collect(Collectors.joining("\n\n"));
        return Sentence.of("overview.mail.digest.text", told, address + "/notices")
                .in(language);
    }

    /** What was told to two groups of the person is said once. */
    private static String ofFlight(OperationReference flight, List<Notice> notices, Locale language) {
        return notices.stream()
                .map(notice -> "- " + said(notice, flight).in(language))
                .distinct()
                .collect(Collectors.joining(
                        "\n", Sentence.of("overview.mail.subject", flight).in(language) + "\n", ""));
    }

    private static Sentence said(Notice notice, OperationReference flight) {
        return NoticeKind.isQuoted(notice.text().code())
                ? NoticeKind.inMail(notice.text())
                : Sentence.of("overview.mail.news", flight);
    }

    /** Told to two groups, it is the same. */
    private static Notice only(Letter letter) {
        return letter.notices().get(0);
    }
}
