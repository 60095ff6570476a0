package org.jointflights.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.application.calendar.CalendarFeed;
import org.jointflights.application.calendar.CheckCalendarFeeds;
import org.jointflights.domain.TooOften;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The door for calendar programs, which can do no more than ask for an address: its secret lets read that one calendar, without a
 * session. Whatever else is asked for here, and by whomever, there is none.
 */
@Configuration(proxyBeanMethods = false)
class CalendarChain {

    private static final Pattern SECRET = Pattern.compile("/calendar/(jc_[A-Za-z0-9_-]{43})\\.ics");

    @Bean
    @Order(1)
    SecurityFilterChain calendarFilterChain(
            HttpSecurity http,
            CheckCalendarFeeds feeds,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals)
            throws Exception {
        http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/calendar/**"))
                .addFilterBefore(new Door(feeds, refusals), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        return http.build();
    }

    /** Whoever brings the secret is its owner, for as long as this request. */
    private static final class Door extends OncePerRequestFilter {

        private final CheckCalendarFeeds feeds;
        private final HandlerExceptionResolver refusals;

        private Door(CheckCalendarFeeds feeds, HandlerExceptionResolver refusals) {
            this.feeds = feeds;
            this.refusals = refusals;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Optional<CalendarFeed> feed;
            try {
                feed = feed(request);
            } catch (TooOften wait) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.seconds()));
                refusals.resolveException(request, response, null, wait);
                return;
            }
            if (feed.isEmpty()) {
                response.sendError(HttpStatus.NOT_FOUND.value());
                return;
            }
            PreAuthenticatedAuthenticationToken owner =
                    new PreAuthenticatedAuthenticationToken(feed.get().person(), null, List.of());
            owner.setDetails(feed.get());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(owner);
            SecurityContextHolder.setContext(context);
            chain.doFilter(request, response);
        }

        private Optional<CalendarFeed> feed(HttpServletRequest request) {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            Matcher secret = SECRET.matcher(path);
            boolean reads =
                    request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
            return reads && secret.matches()
                    ? feeds.opened(request.getRemoteAddr(), secret.group(1))
                    : Optional.empty();
        }
    }
}
