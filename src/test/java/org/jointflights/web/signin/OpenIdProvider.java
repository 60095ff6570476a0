package org.jointflights.web.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * Spring Authorization Server on a port of its own. Whoever shows a name by HTTP Basic is that person there, whatever the
 * password; the ID token says of them what the test wants it to.
 */
final class OpenIdProvider implements AutoCloseable {

    static final String CLIENT = "joint-flights";
    /** A claim that has the token signed by somebody else. */
    static final String FORGED = "forged";

    /** A claim in whose place the token brings the key along, and says where it is published. */
    static final String BRINGS_KEY = "brings-key";

    /** A claim in whose place the token is signed by that algorithm. */
    static final String ALGORITHM = "algorithm";

    static final String SECRET = "a-secret-of-the-test";

    /** What the next ID tokens say, beside or in place of what they would: by the name shown. */
    private static final Map<String, Map<String, Object>> CLAIMS = new ConcurrentHashMap<>();

    private static final RSAKey FORGER = key();

    private static volatile int applicationPort;

    /** Keeps the port for it until it starts; who connects meanwhile is refused. */
    private static final Socket RESERVED = anyPort();

    private static final int PORT = RESERVED.getLocalPort();

    private @Nullable AnnotationConfigServletWebServerApplicationContext server;

    private static Socket anyPort() {
        try {
            Socket reserved = new Socket();
            reserved.bind(new InetSocketAddress(0));
            return reserved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** If it has not before. */
    void start() {
        if (server == null) {
            try {
                RESERVED.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = new AnnotationConfigServletWebServerApplicationContext(Parts.class);
        }
    }

    /** As the application reaches it. */
    String issuer() {
        return "http://localhost:" + PORT;
    }

    /** Where it sends people back to. */
    void leadsBackTo(int port) {
        applicationPort = port;
    }

    /** From now on the provider says that of whoever shows that name. */
    void says(String name, Map<String, Object> claims) {
        CLAIMS.put(name, claims);
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    /** No {@code @Configuration}: the application under test would take it for a part of its own. */
    @EnableWebSecurity
    @EnableWebMvc
    static class Parts {

        @Bean
        TomcatServletWebServerFactory web() {
            return new TomcatServletWebServerFactory(PORT);
        }

        @Bean
        DispatcherServlet dispatcherServlet() {
            return new DispatcherServlet();
        }

        @Bean
        FilterRegistrationBean<Filter> guard(@Qualifier("springSecurityFilterChain") Filter chain) {
            return new FilterRegistrationBean<>(chain);
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            OAuth2AuthorizationServerConfigurer protocol = OAuth2AuthorizationServerConfigurer.authorizationServer();
            http.with(protocol, server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .csrf(csrf -> csrf.ignoringRequestMatchers(protocol.getEndpointsMatcher()))
                    // The protocol's own filters come before the usual place of this one.
                    .addFilterAfter(
                            new BasicAuthenticationFilter(new ProviderManager(anybody())),
                            SecurityContextHolderFilter.class);
            return http.build();
        }

        private static AuthenticationProvider anybody() {
            return new AuthenticationProvider() {
                @Override
                public Authentication authenticate(Authentication typed) {
                    return UsernamePasswordAuthenticationToken.authenticated(
                            typed.getName(), null, AuthorityUtils.createAuthorityList("known"));
                }

                @Override
                public boolean supports(Class<?> kind) {
                    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
                }
            };
        }

        @Bean
        RegisteredClientRepository clients() {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    // That its secret could be kept in a stronger way is nothing to this provider.
                }

                @Override
                public RegisteredClient findById(String id) {
                    return application();
                }

                @Override
                public @Nullable RegisteredClient findByClientId(String id) {
                    return id.equals(CLIENT) ? application() : null;
                }
            };
        }

        private static RegisteredClient application() {
            String root = "http://127.0.0.1:" + applicationPort;
            return RegisteredClient.withId("1")
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(root + "/login/oauth2/code/oidc")
                    .postLogoutRedirectUri(root + "/sign-in?out")
                    .scope("openid")
                    .scope("profile")
                    .scope("email")
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build();
        }

        @Bean
        JWKSource<SecurityContext> keys() {
            return source(key());
        }

        /** Signs with the key that it publishes, or where the test says so with one of the same name that is another. */
        @Bean
        JwtEncoder encoder(JWKSource<SecurityContext> keys) {
            JwtEncoder right = new NimbusJwtEncoder(keys);
            JwtEncoder forger = new NimbusJwtEncoder(source(FORGER));
            return token -> (token.getClaims().hasClaim(FORGED) ? forger : right).encode(token);
        }

        private static JWKSource<SecurityContext> source(RSAKey key) {
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                if (token.getTokenType().getValue().equals("id_token")) {
                    CLAIMS.getOrDefault(token.getPrincipal().getName(), Map.of())
                            .forEach((claim, value) -> {
                                if (claim.equals(BRINGS_KEY)) {
                                    token.getJwsHeader()
                                            .jwk(FORGER.toPublicJWK().toJSONObject())
                                            .jwkSetUrl("http://localhost:" + PORT + "/forged-keys");
                                } else if (claim.equals(ALGORITHM)) {
                                    token.getJwsHeader().algorithm(SignatureAlgorithm.from(value.toString()));
                                } else {
                                    token.getClaims().claim(claim, value);
                                }
                            });
                }
            };
        }
    }
}
