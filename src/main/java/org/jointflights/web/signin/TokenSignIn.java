package org.jointflights.web.signin;

import java.util.List;
import org.jointflights.application.monitoring.WorkInHand;
import org.jointflights.application.people.token.ApiToken;
import org.jointflights.application.people.token.CheckTokens;
import org.jointflights.application.people.token.TokenScope;
import org.jointflights.domain.TooOften;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Looks a token up; whoever has sent it is its owner, for as long as this request, with what the token is good for. */
class TokenSignIn implements AuthenticationManager {

    private final CheckTokens tokens;
    private final LogTokens log;

    TokenSignIn(CheckTokens tokens, LogTokens log) {
        this.tokens = tokens;
        this.log = log;
    }

    static String authority(TokenScope scope) {
        return "SCOPE_" + scope;
    }

    @Override
    public Authentication authenticate(Authentication sent) {
        String secret = ((BearerTokenAuthenticationToken) sent).getToken();
        String address = ((WebAuthenticationDetails) sent.getDetails()).getRemoteAddress();
        ApiToken token = find(address, secret);
        List<GrantedAuthority> scopes = token.scopes().stream()
                .<GrantedAuthority>map(scope -> new SimpleGrantedAuthority(authority(scope)))
                .toList();
        log.used(token, address);
        PreAuthenticatedAuthenticationToken owner =
                new PreAuthenticatedAuthenticationToken(token.person(), null, scopes);
        owner.setDetails(token);
        WorkInHand.isDoneFor(token.person());
        return owner;
    }

    private ApiToken find(String address, String secret) {
        try {
            return tokens.check(address, secret).orElseThrow(() -> refused(address, secret));
        } catch (TooOften wait) {
            log.refused(tokens.known(secret).orElse(null), address);
            throw new SignInDelayed(wait);
        }
    }

    private BadCredentialsException refused(String address, String secret) {
        log.refused(tokens.known(secret).orElse(null), address);
        return new BadCredentialsException("token refused");
    }
}
