package org.jointflights.web.signin;

import org.springframework.boot.autoconfigure.session.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;

/** Who asks for the session of a request is given that of the database; the server's own, in memory, are not used. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    /** Its name and flags are those of {@code server.servlet.session.cookie}. */
    @Bean
    DefaultCookieSerializerCustomizer cookie() {
        return cookie -> cookie.setUseBase64Encoding(false);
    }
}
