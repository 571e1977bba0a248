package org.haina.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPersonsTests {

    private static final List<DemoPerson> PERSONS = DemoPersons.get().all();

    @Test
    void the_four_accounts_come_first() {
        assertThat(PERSONS.subList(0, 4))
                .extracting(DemoPerson::account)
                .containsExactly("citizen.one", "citizen.two", "guardian.one", "agent.one");
    }

    @Test
    void every_id_number_is_synthetic_and_has_a_valid_check_character() {
        assertThat(PERSONS).hasSizeGreaterThanOrEqualTo(24).allSatisfy(p -> {
            assertThat(p.idNumber())
                    .startsWith("319999" + p.birthDate().toString().replace("-", ""))
                    .hasSize(18);
            assertThat(checkCharacter(p.idNumber())).isEqualTo(p.idNumber().charAt(17));
            assertThat((p.idNumber().charAt(16) - '0') % 2).isEqualTo(p.sex().equals("1") ? 1 : 0);
        });
        assertThat(PERSONS).extracting(DemoPerson::idNumber).doesNotHaveDuplicates();
    }

    @Test
    void names_are_obviously_fictitious_and_phones_belong_to_nobody() {
        assertThat(PERSONS).allSatisfy(p -> {
            assertThat(p.name()).containsAnyOf("示", "样");
            if (p.phone() != null) {
                assertThat(p.phone()).matches("1[3-9]\\d0000\\d{4}");
            }
        });
        assertThat(PERSONS).anyMatch(p -> p.name().contains("𠮷"));
    }

    @Test
    void children_exist() {
        assertThat(DemoPersons.get().findByAccount("guardian.one").orElseThrow().children())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(DemoPersons.get().findByKey(key)).isPresent());
    }

    @Test
    void the_agent_acts_for_a_synthetic_company_by_a_letter_with_scope_and_end() {
        var company = DemoPersons.get().findByAccount("agent.one").orElseThrow().organisation();

        assertThat(company).isNotNull();
        assertThat(company.uscc()).startsWith("91319999").hasSize(18);
        assertThat(company.uscc().charAt(17)).isEqualTo(codeCharacter(company.uscc()));
        assertThat(company.legalRepresentative()).containsAnyOf("示", "样");
        assertThat(company.authority().items())
                .containsExactly("recruitment-notice-filing", "training-licence", "training-licence-change");
        assertThat(company.authority().commits()).containsExactly("training-licence-change");
        assertThat(company.authority().validUntil())
                .isAfter(company.authority().validFrom().plusYears(1));
    }

    @Test
    void the_agent_also_acts_for_a_social_organisation_and_for_a_company_that_has_lost_trust() {
        var agent = DemoPersons.get().findByAccount("agent.one").orElseThrow();

        assertThat(agent.organisations()).hasSize(3).allSatisfy(one -> {
            assertThat(one.uscc()).containsPattern("^(91|52)319999").hasSize(18);
            assertThat(one.uscc().charAt(17)).isEqualTo(codeCharacter(one.uscc()));
            assertThat(one.legalRepresentative()).containsAnyOf("示", "样");
        });
        assertThat(agent.organisations())
                .filteredOn(one -> one.uscc().startsWith("52"))
                .hasSize(1);
        assertThat(agent.organisations())
                .filteredOn(one -> one.credit() != null)
                .hasSize(1);
    }

    /** GB 32100-2015: base 31, weights 3^i. */
    private static char codeCharacter(String uscc) {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int weight = 1;
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += alphabet.indexOf(uscc.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return alphabet.charAt((31 - sum % 31) % 31);
    }

    private static char checkCharacter(String idNumber) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (idNumber.charAt(i) - '0') * weights[i];
        }
        return "10X98765432".charAt(sum % 11);
    }
}
