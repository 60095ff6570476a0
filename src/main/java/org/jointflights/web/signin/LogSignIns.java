package org.jointflights.web.signin;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jointflights.application.people.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who signed in, tried to and signed out, and from where, a line each in the log: for whoever has to find out afterwards how
 * somebody came in. A name that nobody has is not written down, because it may be a password in the wrong field.
 */
@Component
class LogSignIns {

    private static final Logger LOG = LoggerFactory.getLogger(LogSignIns.class);

    /** What a name can be; the database refuses to look for some of what it cannot. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,64}");

    private final People people;

    LogSignIns(People people) {
        this.people = people;
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        LOG.info("{} signed in from {}.", event.getAuthentication().getName(), address());
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        String typed = event.getAuthentication().getName().strip().toLowerCase(Locale.ROOT);
        if (NAME.matcher(typed).matches() && people.find(typed).isPresent()) {
            LOG.warn("{} was refused at the sign-in from {}.", typed, address());
        } else {
            LOG.warn("An unknown name was refused at the sign-in from {}.", address());
        }
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        LOG.info("{} signed out from {}.", event.getAuthentication().getName(), address());
    }

    private static String address() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request instanceof ServletRequestAttributes servlet
                ? servlet.getRequest().getRemoteAddr()
                : "console";
    }
}
