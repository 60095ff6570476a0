package org.jointflights.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/** The token that each form of ours carries: 256 random bits in the session, where Spring's own would have 122. */
class FormTokens implements CsrfTokenRepository {

    private final CsrfTokenRepository sessions = new HttpSessionCsrfTokenRepository();
    private final StringKeyGenerator secrets = new Base64StringKeyGenerator();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        CsrfToken shorter = sessions.generateToken(request);
        return new DefaultCsrfToken(shorter.getHeaderName(), shorter.getParameterName(), secrets.generateKey());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        sessions.saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return sessions.loadToken(request);
    }
}
