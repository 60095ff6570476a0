package org.jointflights.persistence.notice;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jointflights.application.notice.MailChoices;
import org.jointflights.domain.notice.MailChoice;
import org.jointflights.domain.notice.MailManner;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcMailChoices implements MailChoices {

    private final JdbcClient jdbc;

    JdbcMailChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<MailChoice> of(String person) {
        return jdbc.sql("select * from mail_choice where person = ?")
                .param(person)
                .query((row, number) -> {
                    String language = row.getString("language");
                    return new MailChoice(
                            MailManner.valueOf(row.getString("manner")),
                            row.getInt("at_hour"),
                            ZoneId.of(row.getString("zone")),
                            language == null ? null : Locale.forLanguageTag(language));
                })
                .optional();
    }

    @Override
    @Transactional
    public void keep(String person, MailChoice choice) {
        jdbc.sql("delete from mail_choice where person = ?").param(person).update();
        Locale language = choice.language();
        jdbc.sql("insert into mail_choice (person, manner, at_hour, zone, language) values (?, ?, ?, ?, ?)")
                .params(Nulls.list(
                        person,
                        choice.manner().name(),
                        choice.hour(),
                        choice.zone().getId(),
                        language == null ? null : language.getLanguage()))
                .update();
    }
}
