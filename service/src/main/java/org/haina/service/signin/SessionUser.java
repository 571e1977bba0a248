package org.haina.service.signin;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.haina.service.access.Authorities;
import org.haina.service.access.Caller;
import org.haina.service.access.CallerPrincipal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * What a session keeps of a login: the caller, and the ID token needed to sign out, which in our realm names the
 * subject and the login server's session only.
 */
record SessionUser(Caller caller, OidcIdToken idToken) implements OidcUser, CallerPrincipal, Serializable {

    @Override
    public String getName() {
        return idToken.getSubject();
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }

    @Override
    public Map<String, Object> getClaims() {
        return idToken.getClaims();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return idToken.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities(caller);
    }

    static List<SimpleGrantedAuthority> authorities(Caller caller) {
        return Authorities.of(caller).stream().map(SimpleGrantedAuthority::new).toList();
    }
}
