package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeacherCertificateReissueFormTest extends FormSamples {

    TeacherCertificateReissueFormTest() {
        super("services/teacher-certificate-reissue");
    }

    @Test
    void what_is_lost_is_proved_by_its_notice_and_what_is_damaged_by_itself() {
        assertThat(lacking("valid-lost.json")).containsExactlyInAnyOrder("photo", "loss-notice");
        assertThat(lacking("valid-damaged.json")).containsExactlyInAnyOrder("photo", "damaged-certificate");
        assertThat(form.secretFields()).containsExactlyInAnyOrder("idNumber", "phone");
    }

    private List<String> lacking(String sample) {
        return form.checkFiles((ObjectNode) Forms.read(folder.resolve("samples").resolve(sample)), Set.of()).stream()
                .map(finding -> finding.pointer().replaceFirst(".*/", ""))
                .toList();
    }
}
