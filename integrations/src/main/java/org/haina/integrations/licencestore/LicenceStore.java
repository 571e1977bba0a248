package org.haina.integrations.licencestore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.channel.Channel;
import org.haina.integrations.channel.Fields;

/** The e-licence store. Reading is safe to repeat; registering and changing have one effect per request id. */
public final class LicenceStore {

    private static final int LARGEST_FILE = 20 << 20;

    private final StoreSession session;
    private final LicenceTypes types;

    public LicenceStore(AuthoritySettings settings, LicenceTypes types, Clock clock) {
        this.session = new StoreSession(settings, clock);
        this.types = types;
    }

    public LicenceTypes types() {
        return types;
    }

    /** Licences of a holder, of one type or of all types we know; without surface data. */
    public List<Licence> queryByHolder(String requestId, Holder holder, Optional<String> type, UseCause cause) {
        var question = question(cause)
                .put("holderCode", holder.idNumber())
                .put("holderTypeCode", holder.idType())
                .put("certTypeCode", type.map(key -> types.get(key).code()).orElse(""));
        return session.call("/cert/usage/queryByHolder.do", requestId, question).list("certs").stream()
                .map(found -> found.about("CZZTDM", holder.idNumber()))
                .flatMap(found -> licence(found).stream())
                .toList();
    }

    /** A licence with its surface data. */
    public Optional<Licence> getSurface(String requestId, LicenceIdentifier id, UseCause cause) {
        return session.call("/cert/usage/getSurface.do", requestId, question(cause, id))
                .first("certs")
                .flatMap(found -> licence(found.about("ZZBS", id.value())));
    }

    /** The licence's file (PDF, with the store's purpose note), at most 20 MiB; empty if the store has none. */
    public Optional<byte[]> download(String requestId, LicenceIdentifier id, UseCause cause) {
        return session.call("/cert/usage/download.do", requestId, question(cause, id))
                .find("url")
                .map(address -> session.channel().fetch(address, LARGEST_FILE));
    }

    /** Registers an issued certificate; repeating the same registration brings the same identifier. */
    public LicenceIdentifier register(LicenceRegistration registration) {
        var type = registration.type();
        var id = StoreWire.identifier(registration, type);
        session.call(
                        "/cert/issue/register.do",
                        registration.requestId(),
                        StoreWire.registration(registration, type, id))
                .about("ZZBS", id.value());
        return id;
    }

    /** Changes a licence's status, for instance to annulled; a repeated change is one change. */
    public void changeStatus(String requestId, LicenceIdentifier id, LicenceStatus status, String reason) {
        var change = Channel.object()
                .put("ZZBS", id.value())
                .put("ZZZT", status.code())
                .put("ZTMS", reason);
        session.call("/cert/issue/changeStatus.do", requestId, change)
                .about("ZZBS", id.value())
                .about("ZZZT", status.code());
    }

    /** Status and file hash of a licence. */
    public Verification verify(String requestId, LicenceIdentifier id) {
        var answer = session.call("/cert/verify.do", requestId, Channel.object().put("ZZBS", id.value()));
        return answer.first("certs")
                .<Verification>map(found -> known(found.about("ZZBS", id.value())))
                .orElseGet(Verification.Unknown::new);
    }

    /** Whether calls are held back because too many failed. */
    public boolean unavailable() {
        return session.channel().open();
    }

    private static Verification known(Fields found) {
        return new Verification.Known(StoreWire.status(found), found.text("WJZY"));
    }

    private Optional<Licence> licence(Fields found) {
        return types.findByCode(found.text("ZZLXDM")).map(type -> StoreWire.licence(found, type));
    }

    private static ObjectNode question(UseCause cause) {
        return Channel.object().put("useCause", cause.text()).put("businessCode", cause.businessCode());
    }

    private static ObjectNode question(UseCause cause, LicenceIdentifier id) {
        return question(cause).put("certIdentifier", id.value());
    }
}
