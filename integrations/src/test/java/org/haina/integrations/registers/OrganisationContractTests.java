package org.haina.integrations.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.haina.integrations.sandbox.SandboxWorld.parameters;

import java.io.IOException;
import java.nio.file.Path;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.sandbox.SandboxWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Civil affairs and public credit information over real HTTP. */
class OrganisationContractTests {

    private static final String COMPANY = "91319999MA1FT0043X";
    private static final String SOCIETY = "52319999MJ1FT0054K";
    private static final String DEBTOR = "91319999MA1FT0078G";
    private static final String TRUSTED = "319999199001011025";

    private static SandboxWorld world;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        world = new SandboxWorld(directory);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void civil_affairs_tells_what_the_certificate_says() {
        var answer = answer("civil-affairs", "registration", "uscc", SOCIETY);

        assertThat(answer.finding()).isEqualTo(Finding.FOUND);
        assertThat(answer.fields().path("name").asText()).isEqualTo("海纳示范公益进修中心");
        assertThat(answer.fields().path("legalRepresentative").asText()).isEqualTo("吴示公");
        assertThat(answer.fields().path("established").asText()).isEqualTo("2021-06-01");
        assertThat(answer.fields().path("validUntil").asText()).isEqualTo("2029-05-31");
        assertThat(RegisterCatalogue.get()
                        .findQuery("civil-affairs", "registration")
                        .orElseThrow()
                        .answers())
                .filteredOn(field -> field.key().equals("status"))
                .singleElement()
                .extracting(field -> field.worded(answer.fields().path("status").asText()))
                .isEqualTo("有效");
    }

    @ParameterizedTest
    @CsvSource({
        "business-registry, enterprise, 52319999MJ1FT0054K",
        "civil-affairs, registration, 91319999MA1FT0043X",
        "civil-affairs, registration, 51319999MJ1FT00899",
    })
    void each_registry_knows_its_own_organisations_only(String register, String query, String uscc) {
        assertThat(answer(register, query, "uscc", uscc).finding()).isEqualTo(Finding.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "有效, 2099-12-31, valid",
        "正常, 2099-12-31, valid",
        "有效, 2020-12-31, expired",
        "失效, 2099-12-31, expired",
        "已撤销, 2099-12-31, withdrawn",
        "注销, 2020-12-31, withdrawn",
    })
    void a_certificate_is_valid_expired_or_withdrawn(String word, String until, String status) throws IOException {
        organisation("31999919900101103X", "52319999MJ1FT0062E", word, until);

        assertThat(answer("civil-affairs", "registration", "uscc", "52319999MJ1FT0062E")
                        .fields()
                        .path("status")
                        .asText())
                .isEqualTo(status);
    }

    @Test
    void a_word_for_the_state_that_nobody_knows_is_not_guessed() throws IOException {
        organisation("31999919900101103X", "52319999MJ1FT0062E", "待定", "2099-12-31");

        assertThat(catchThrowable(() -> answer("civil-affairs", "registration", "uscc", "52319999MJ1FT0062E")))
                .isInstanceOfSatisfying(AuthorityAnswerException.class, trouble -> assertThat(trouble.reason())
                        .isEqualTo(AuthorityAnswerException.Reason.MALFORMED));
    }

    @Test
    void the_code_says_who_keeps_an_organisation() {
        assertThat(OrganisationRegister.of(SOCIETY)).isEqualTo(OrganisationRegister.CIVIL_AFFAIRS);
        assertThat(OrganisationRegister.of("53319999MJ1FT0054K")).isEqualTo(OrganisationRegister.CIVIL_AFFAIRS);
        assertThat(OrganisationRegister.of(COMPANY)).isEqualTo(OrganisationRegister.BUSINESS);
        assertThat(OrganisationRegister.CIVIL_AFFAIRS.stands("expired")).isFalse();
        assertThat(OrganisationRegister.BUSINESS.stands("存续")).isTrue();
        for (var register : OrganisationRegister.values()) {
            assertThat(RegisterCatalogue.get().findQuery(register.register(), register.query()))
                    .isPresent();
        }
    }

    @Test
    void a_company_that_has_lost_trust_is_told_with_its_newest_entry() {
        var answer = answer("credit", "organisation-standing", "uscc", DEBTOR);

        assertThat(answer.finding()).isEqualTo(Finding.ENTRY_FOUND);
        assertThat(answer.fields().path("severe").asText()).isEqualTo("no");
        assertThat(answer.fields().path("document").asText()).isEqualTo("海示罚〔2025〕第0001号");
        assertThat(answer("credit", "organisation-standing", "uscc", COMPANY).finding())
                .isEqualTo(Finding.NO_ENTRY);
        assertThat(answer("credit", "organisation-standing", "uscc", SOCIETY).finding())
                .isEqualTo(Finding.NO_ENTRY);
    }

    @ParameterizedTest
    @CsvSource({
        "false, 2025-09-10, 2099-09-10, 正常, ENTRY_FOUND",
        "false, 2025-09-10, 2099-09-10, 异议, ENTRY_FOUND",
        "false, 2025-09-10, 2099-09-10, 修复, NO_ENTRY",
        "false, 2025-09-10, 2099-09-10, 撤销, NO_ENTRY",
        "false, 2025-09-10, 2026-01-01, 正常, NO_ENTRY",
        "false, 2010-09-10, 2099-09-10, 正常, NO_ENTRY",
        "true, 2010-09-10, 2099-09-10, 撤销, ENTRY_FOUND",
    })
    void of_a_person_only_what_still_counts_is_told(
            boolean severe, String decided, String until, String state, Finding finding) throws IOException {
        world.post("/control/reset", "");
        world.post(
                "/control/persons",
                """
                {"copyOf": "zhang-shili", "idNumber": "%s", "name": "添示信", "credit": {"severe": %s, "penalties": [
                  {"document": "示罚1号", "matter": "示例", "organ": "示例机关", "decidedOn": "%s", "shownUntil": "%s", "state": "%s"}]}}
                """
                        .formatted(TRUSTED, severe, decided, until, state));

        var answer = answer("credit", "person-standing", "name", "添示信", "idNumber", TRUSTED);

        assertThat(answer.finding()).isEqualTo(finding);
        assertThat(answer.fields().path("objected").asText("no")).isEqualTo(state.equals("异议") ? "yes" : "no");
    }

    private static void organisation(String idNumber, String uscc, String status, String until) throws IOException {
        world.post("/control/reset", "");
        world.post(
                "/control/persons",
                """
                {"copyOf": "zhang-shili", "idNumber": "%s", "name": "添示办", "organisation": {"name": "海纳示范进修社",
                  "uscc": "%s", "kind": "民办非企业单位", "legalRepresentative": "添示办", "address": "示例路1号",
                  "established": "2019-01-02", "status": "%s", "validUntil": "%s", "position": "经办人",
                  "authority": {"number": "示1号", "items": [], "validFrom": "2026-01-01", "validUntil": "2027-01-01"}}}
                """
                        .formatted(idNumber, uscc, status, until));
    }

    private static Answer answer(String register, String query, String... parameters) {
        var answer = world.ask(register, query, parameters(parameters));
        var promised = RegisterCatalogue.get().findQuery(register, query).orElseThrow();
        assertThat(promised.findings()).contains(answer.finding());
        assertThat(promised.answers()).extracting(RegisterCatalogue.Field::key).containsAll(() -> answer.fields()
                .fieldNames());
        return answer;
    }
}
