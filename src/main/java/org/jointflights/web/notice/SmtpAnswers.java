package org.jointflights.web.notice;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jointflights.application.notice.Failure;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** What kind of answer a mail server gave that did not take a mail. */
final class SmtpAnswers {

    /** From here on an answer is for good (RFC 5321, 4.2.1). */
    private static final int FOR_GOOD = 500;

    /** What the library says where the connection ended in place of an answer. */
    private static final int NOTHING = -1;

    private static final String NO_GREETING = ": " + NOTHING;

    private SmtpAnswers() {}

    static Failure failure(Exception thrown) {
        List<Throwable> told = new ArrayList<>();
        collect(thrown, told);
        for (Throwable each : told) {
            if (each instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= FOR_GOOD ? Failure.ADDRESS : ofCode(address.getReturnCode());
            }
        }
        for (Throwable each : told) {
            if (each instanceof SMTPSendFailedException answer) {
                return ofCode(answer.getReturnCode());
            }
        }
        boolean silent = told.stream()
                .anyMatch(each -> each instanceof IOException
                        || String.valueOf(each.getMessage()).endsWith(NO_GREETING));
        return silent ? Failure.NO_ANSWER : Failure.REFUSED;
    }

    private static Failure ofCode(int code) {
        return code == NOTHING ? Failure.NO_ANSWER : Failure.REFUSED;
    }

    /** All that is told, nested in either of three ways. */
    private static void collect(@Nullable Throwable thrown, List<Throwable> told) {
        if (thrown == null || told.contains(thrown)) {
            return;
        }
        told.add(thrown);
        collect(thrown.getCause(), told);
        if (thrown instanceof MessagingException chained) {
            collect(chained.getNextException(), told);
        }
        if (thrown instanceof MailSendException several) {
            for (Exception each : several.getMessageExceptions()) {
                collect(each, told);
            }
        }
    }
}
