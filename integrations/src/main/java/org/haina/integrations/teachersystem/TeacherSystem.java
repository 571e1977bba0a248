package org.haina.integrations.teachersystem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityAnswerException.Reason;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.channel.Channel;
import org.haina.integrations.channel.Fields;
import org.haina.integrations.channel.Gateway;
import org.haina.integrations.teachersystem.RegisteredCertificate.Status;

/** The national teacher system. Queries only read; a number is assigned once per request id. */
public final class TeacherSystem {

    private static final String AUTHORITY = "teacher-system";

    private final Gateway gateway;

    public TeacherSystem(AuthoritySettings settings, Clock clock) {
        this.gateway = new Gateway(AUTHORITY, settings, clock);
    }

    /** Looks up the newest examination certificate (教师资格考试合格证明). */
    public CertificateAnswer examinationCertificate(String requestId, String name, String idNumber, String purpose) {
        return certificate("jszg/kszm", requestId, name, idNumber, purpose);
    }

    /** Looks up the newest normal student's ability certificate (师范生教师职业能力证书). */
    public CertificateAnswer abilityCertificate(String requestId, String name, String idNumber, String purpose) {
        return certificate("jszg/nlzs", requestId, name, idNumber, purpose);
    }

    /** Looks up a person's certificate (教师资格证书) by its number; empty if this person holds none of that number. */
    public Optional<RegisteredCertificate> registeredCertificate(
            String requestId, String name, String idNumber, String number, String purpose) {
        var question = Channel.object()
                .put("xm", name)
                .put("zjhm", idNumber)
                .put("zsbh", number)
                .put("cxsy", purpose);
        return accepted(gateway.call("jszg/zscx", requestId, question))
                .object("data")
                .first("zsxx")
                .map(found -> registered(found.about("zjhm", idNumber).about("zsbh", number)));
    }

    private static RegisteredCertificate registered(Fields found) {
        return new RegisteredCertificate(
                found.text("zsbh"),
                level(found),
                found.find("xk"),
                found.findDate("fzrq"),
                Arrays.stream(Status.values())
                        .filter(status -> status.code().equals(found.text("zgzt")))
                        .findFirst()
                        .orElseThrow(() -> found.malformed("zgzt")));
    }

    /** Has a certificate number of 17 digits assigned; repeating the same request brings the same number. */
    public String assignNumber(NumberRequest request) {
        var answer = accepted(gateway.call("jszg/zsbh", request.requestId(), question(request)));
        var data = answer.object("data").about("zjhm", request.idNumber()).about("qqbh", request.requestId());
        var number = data.text("zsbh");
        if (!number.matches("\\d{17}") || !number.startsWith(request.prefix())) {
            throw new AuthorityAnswerException(AUTHORITY, Reason.MALFORMED, "field zsbh");
        }
        return number;
    }

    /** Whether calls are held back because too many failed. */
    public boolean unavailable() {
        return gateway.channel().open();
    }

    private CertificateAnswer certificate(
            String service, String requestId, String name, String idNumber, String purpose) {
        var question = Channel.object().put("xm", name).put("zjhm", idNumber).put("cxsy", purpose);
        return accepted(gateway.call(service, requestId, question))
                .object("data")
                .first("zsxx")
                .map(found -> read(found.about("zjhm", idNumber)))
                .orElseGet(CertificateAnswer.NotFound::new);
    }

    private static CertificateAnswer read(Fields found) {
        return new CertificateAnswer.Found(
                found.text("zsbh"), level(found), found.text("xk"), found.date("fzrq"), found.date("yxqz"));
    }

    private static SchoolLevel level(Fields found) {
        return Arrays.stream(SchoolLevel.values())
                .filter(level -> found.text("zgzl").equals(Integer.toString(level.digit())))
                .findFirst()
                .orElseThrow(() -> found.malformed("zgzl"));
    }

    private static Fields accepted(Fields answer) {
        if (!answer.text("code").equals("0")) {
            throw answer.rejected(answer.text("code"));
        }
        return answer;
    }

    private static ObjectNode question(NumberRequest request) {
        return Channel.object()
                .put("qqbh", request.requestId())
                .put("nd", Integer.toString(request.year()))
                .put("rdjg", request.organ())
                .put("zgzl", Integer.toString(request.level().digit()))
                .put("xb", request.sex())
                .put("xm", request.name())
                .put("zjhm", request.idNumber());
    }
}
