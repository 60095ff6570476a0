package org.jointflights.persistence.people;

import java.util.Locale;
import java.util.Optional;
import org.jointflights.application.people.PersonLanguages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPersonLanguages implements PersonLanguages {

    private final JdbcClient jdbc;

    JdbcPersonLanguages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Locale> of(String person) {
        return jdbc.sql("select language from person_language where person = ?")
                .param(person)
                .query((row, number) -> Locale.forLanguageTag(row.getString("language")))
                .optional();
    }

    @Override
    @Transactional
    public void keep(String person, Locale language) {
        int written = jdbc.sql("update person_language set language = ? where person = ?")
                .params(language.getLanguage(), person)
                .update();
        if (written == 0) {
            jdbc.sql("insert into person_language (person, language) values (?, ?)")
                    .params(person, language.getLanguage())
                    .update();
        }
    }
}
