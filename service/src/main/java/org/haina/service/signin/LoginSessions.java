package org.haina.service.signin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Repository;

/** The registry of back-channel logout, in the database so that any node can end any node's session. */
@Repository
class LoginSessions implements OidcSessionRegistry {

    private final JdbcClient db;

    LoginSessions(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation session) {
        OidcIdToken token = session.getPrincipal().getIdToken();
        db.sql("delete from login_session where since < now() - interval '2 days'")
                .update();
        db.sql(
                        """
                insert into login_session (session_id, issuer, subject, sid) values (?, ?, ?, ?)
                on conflict (session_id) do update
                set issuer = excluded.issuer, subject = excluded.subject, sid = excluded.sid""")
                .params(
                        session.getSessionId(),
                        Objects.toString(token.getClaims().get("iss")),
                        token.getSubject(),
                        token.getClaimAsString("sid"))
                .update();
    }

    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String session) {
        return db.sql("delete from login_session where session_id = ? returning session_id, subject")
                .param(session)
                .query((rs, row) -> information(rs.getString(1), rs.getString(2)))
                .optional()
                .orElse(null);
    }

    /** A token with a session id ends that session; one with only a subject ends all of that person's. */
    @Override
    public List<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        String sid = token.getSessionId();
        return db.sql("delete from login_session where issuer = ? and " + (sid == null ? "subject" : "sid")
                        + " = ? returning session_id, subject")
                .params(Objects.toString(token.getIssuer()), sid == null ? token.getSubject() : sid)
                .query((rs, row) -> information(rs.getString(1), rs.getString(2)))
                .list();
    }

    private static OidcSessionInformation information(String session, String subject) {
        OidcIdToken token =
                OidcIdToken.withTokenValue("kept nowhere").subject(subject).build();
        OidcUser user = new DefaultOidcUser(List.of(), token);
        return new OidcSessionInformation(session, Map.of(), user);
    }
}
