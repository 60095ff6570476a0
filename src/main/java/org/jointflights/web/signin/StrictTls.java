package org.jointflights.web.signin;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Where the server has a certificate of its own: TLS 1.3, or 1.2 with ciphers whose recorded talk nobody can read later, the
 * strongest first. What the settings say about either counts for nothing.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class StrictTls implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private static final String[] CIPHERS = {
        "TLS_AES_256_GCM_SHA384",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
    };

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        Ssl tls = server.getSsl();
        if (Ssl.isEnabled(tls)) {
            tls.setEnabledProtocols(VERSIONS);
            tls.setCiphers(CIPHERS);
            server.addConnectorCustomizers(connector -> {
                for (var host : connector.findSslHostConfigs()) {
                    host.setHonorCipherOrder(true);
                }
            });
        }
    }
}
