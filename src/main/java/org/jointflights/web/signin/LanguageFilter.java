package org.jointflights.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One language for our pages, Tasklist and the sentences of a refusal: what the person chose, kept in a cookie, else what
 * the browser prefers of the languages there are, else English.
 */
class LanguageFilter extends OncePerRequestFilter {

    static final String COOKIE = "language";
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Locale language = language(request);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public Locale getLocale() {
                        return language;
                    }

                    @Override
                    public Enumeration<Locale> getLocales() {
                        return Collections.enumeration(List.of(language));
                    }

                    // Others read the header themselves, and fail where it cannot be read.
                    @Override
                    public String getHeader(String name) {
                        return name.equalsIgnoreCase(HttpHeaders.ACCEPT_LANGUAGE)
                                ? language.toLanguageTag()
                                : super.getHeader(name);
                    }

                    @Override
                    public Enumeration<String> getHeaders(String name) {
                        return name.equalsIgnoreCase(HttpHeaders.ACCEPT_LANGUAGE)
                                ? Collections.enumeration(List.of(language.toLanguageTag()))
                                : super.getHeaders(name);
                    }
                },
                response);
    }

    private static Locale language(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            for (Locale language : LANGUAGES) {
                if (cookie.getName().equals(COOKIE) && cookie.getValue().equals(language.getLanguage())) {
                    return language;
                }
            }
        }
        for (Locale wanted : Collections.list(request.getLocales())) {
            for (Locale language : LANGUAGES) {
                if (language.getLanguage().equals(wanted.getLanguage())) {
                    return language;
                }
            }
        }
        return Locale.ENGLISH;
    }
}
