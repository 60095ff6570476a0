package org.jointflights.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says which scripts a page may run. The engine's web jar keeps the nonce of a page in one place for all requests, so that under load
 * header and page disagree and the page stays blank; here each request of its pages sees a nonce of its own there.
 */
class PagePolicyFilter extends OncePerRequestFilter {

    private static final String HEADER = "Content-Security-Policy";
    private static final String FORMS = "form-action 'self'";
    private static final String EVERYWHERE =
            "default-src 'self'; img-src 'self' data:; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; "
                    + "object-src 'none'; ";
    private static final String OURS = EVERYWHERE
            // The diagram viewer and bars of a chart set attributes; style sheets come from files only.
            + "script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'";
    private static final String THEIRS = EVERYWHERE
            // Its framework compiles templates and writes styles in the browser.
            + "script-src 'nonce-%s' 'strict-dynamic' 'unsafe-eval'; style-src 'self' 'unsafe-inline'";

    private final SecureRandom random = new SecureRandom();
    private final Supplier<String> elsewhere;

    /** {@code elsewhere}: an origin, beside ours, that a form may lead to in the end; empty where there is none yet. */
    PagePolicyFilter(Supplier<String> elsewhere) {
        this.elsewhere = elsewhere;
    }

    private String withForms(String policy) {
        String origin = elsewhere.get();
        return origin.isEmpty() ? policy : policy.replace(FORMS, FORMS + " " + origin);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().startsWith(request.getContextPath() + EnginePages.ROOT + "/")) {
            response.setHeader(HEADER, withForms(OURS));
            chain.doFilter(request, response);
            return;
        }
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        response.setHeader(HEADER, withForms(THEIRS).formatted(nonce));
        chain.doFilter(withNonce(request, nonce), response);
    }

    private static HttpServletRequest withNonce(HttpServletRequest request, String nonce) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public ServletContext getServletContext() {
                ServletContext real = super.getServletContext();
                return (ServletContext) Proxy.newProxyInstance(
                        PagePolicyFilter.class.getClassLoader(),
                        new Class<?>[] {ServletContext.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("getAttribute") && EnginePages.NONCE.equals(arguments[0])) {
                                return nonce;
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            }
        };
    }
}
