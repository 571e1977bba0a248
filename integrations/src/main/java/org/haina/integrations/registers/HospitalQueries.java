package org.haina.integrations.registers;

import java.util.Map;
import java.util.function.Function;
import org.haina.integrations.hospital.DesignatedHospital;
import org.haina.integrations.hospital.MedicalAnswer;
import org.haina.integrations.hospital.MedicalAnswer.Concluded;

record HospitalQueries(DesignatedHospital authority) implements RegisterQueries {

    @Override
    public String register() {
        return "hospital";
    }

    @Override
    public Map<String, Function<RegisterRequest, Answer>> queries() {
        return Map.of("medical", this::medical);
    }

    private Answer medical(RegisterRequest ask) {
        MedicalAnswer answer = authority.conclusion(
                ask.requestId(), ask.text("round"), ask.text("name"), ask.text("idNumber"), ask.purpose());
        return answer instanceof Concluded concluded ? concluded(concluded) : Answer.of(Finding.NOT_FOUND);
    }

    private static Answer concluded(Concluded answer) {
        var finding =
                switch (answer.conclusion()) {
                    case PASSED -> Finding.PASSED;
                    case FAILED -> Finding.FAILED;
                    case RECHECK -> Finding.RECHECK;
                };
        return Answer.of(
                finding,
                Map.of(
                        "conclusion", finding.title(),
                        "examinedOn", answer.examinedOn().toString(),
                        "hospital", answer.hospital()));
    }
}
