package org.jointflights.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jointflights.application.people.PersonLanguages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Keeps the language that somebody chooses: in a cookie, which Tasklist's own script and whoever is not signed in can have, and for the
 * person, so that they find it again at another computer. Whoever signs in is spoken to as they chose last, be it at the door.
 */
@Component
class ChosenLanguage extends SavedRequestAwareAuthenticationSuccessHandler {

    /** Says that the language was chosen at the door, by whoever comes in next. */
    private static final String AT_THE_DOOR = "language-chosen";

    private static final Logger LOG = LoggerFactory.getLogger(ChosenLanguage.class);
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final Duration TO_COME_IN = Duration.ofMinutes(10);

    private final PersonLanguages languages;

    ChosenLanguage(PersonLanguages languages) {
        this.languages = languages;
        setDefaultTargetUrl("/");
    }

    /** Somebody chooses one of our languages, signed in or at the door. */
    void choose(@Nullable String person, Locale language, HttpServletRequest request, HttpServletResponse response) {
        add(LanguageFilter.COOKIE, language.getLanguage(), A_YEAR, request, response);
        if (person == null) {
            add(AT_THE_DOOR, language.getLanguage(), TO_COME_IN, request, response);
        } else {
            keep(person, language);
        }
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException, ServletException {
        Locale atTheDoor = chosen(request).orElse(null);
        if (atTheDoor != null) {
            keep(person.getName(), atTheDoor);
            add(AT_THE_DOOR, "", Duration.ZERO, request, response);
        } else {
            kept(person.getName())
                    .ifPresent(
                            language -> add(LanguageFilter.COOKIE, language.getLanguage(), A_YEAR, request, response));
        }
        super.onAuthenticationSuccess(request, response, person);
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            for (Locale language : LanguageFilter.LANGUAGES) {
                if (cookie.getName().equals(AT_THE_DOOR) && cookie.getValue().equals(language.getLanguage())) {
                    return Optional.of(language);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Locale> kept(String person) {
        return languages.of(person).filter(LanguageFilter.LANGUAGES::contains);
    }

    /** Two windows at once keep the same; that one of them fails is nothing to refuse a page for. */
    private void keep(String person, Locale language) {
        try {
            languages.keep(person, language);
        } catch (DataAccessException failed) {
            LOG.debug("The language could not be kept.", failed);
        }
    }

    private static void add(
            String name, String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge((int) age.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setSecure(request.isSecure());
        response.addCookie(cookie);
    }
}
