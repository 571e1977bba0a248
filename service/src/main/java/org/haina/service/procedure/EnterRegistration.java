package org.haina.service.procedure;

import java.util.List;
import java.util.Locale;
import org.haina.integrations.registers.OrganisationRegister;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseFile;
import org.haina.service.institutions.LegalRegistrations;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 登记回填: the code under which a licensed school was registered, as soon as the registry confirms it. */
@Component
@Order(6)
class EnterRegistration implements CaseAct {

    private final LegalRegistrations registrations;

    EnterRegistration(LegalRegistrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public String key() {
        return "legal-registration";
    }

    @Override
    public String label() {
        return "回填法人登记";
    }

    @Override
    public String explain() {
        return "学校取得办学许可证以后登记法人。将向登记机关核对（营利性的是市场监管，非营利性的是民政）：代码属于这所学校才登记，结果写在办理过程里。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return official.has(Role.CLERK) && registrations.isAwaited(situation.file());
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        boolean civil = registrations.keeper(file) == OrganisationRegister.CIVIL_AFFAIRS;
        return List.of(Field.coded(
                "uscc",
                "学校的统一社会信用代码",
                civil ? "18位，以52开头，看学校的民办非企业单位登记证书。" : "18位，以91开头，看学校的营业执照。",
                (civil ? "52" : "91") + "[0-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy]{16}"));
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return registrations
                .of(file.number())
                .filter(known -> known.uscc().equals(code(input)) && !registrations.isAwaited(file))
                .isPresent();
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        registrations.ask(file.number(), code(input), official);
    }

    private static String code(ActInput input) {
        return input.get("uscc").toUpperCase(Locale.ROOT);
    }
}
