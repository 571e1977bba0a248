package org.haina.service.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Ends the stored sessions a checked logout token names; no call from node to node is needed. */
@Component
class BackChannelLogout implements LogoutHandler {

    private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogout.class);

    private final LoginSessions registry;
    private final SessionRepository<? extends Session> sessions;

    BackChannelLogout(LoginSessions registry, SessionRepository<? extends Session> sessions) {
        this.registry = registry;
        this.sessions = sessions;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (authentication.getPrincipal() instanceof OidcLogoutToken token) {
            var ended = registry.removeSessionInformation(token);
            ended.forEach(session -> sessions.deleteById(session.getSessionId()));
            LOG.info("The login server ended {} session(s)", ended.size());
        }
    }
}
