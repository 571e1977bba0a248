package org.haina.integrations.licencestore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.DemoPerson;
import org.haina.integrations.sandbox.SandboxWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicenceStoreTests {

    private static final UseCause CAUSE = new UseCause("教师资格认定", "");
    private static final DemoPerson CITIZEN = SandboxWorld.person("ji-shian");
    private static final Holder HOLDER = new Holder(CITIZEN.name(), "111", CITIZEN.idNumber());
    private static final byte[] PDF = "%PDF-1.7 signed".getBytes(UTF_8);

    private SandboxWorld world;
    private LicenceStore store;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        world = new SandboxWorld(directory);
        store = world.authorities().licenceStore();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_holder_has_licences_of_every_declared_kind() {
        assertThat(query(Optional.empty()))
                .extracting(Licence::type)
                .containsExactly("identity-card", "household-register", "mandarin-certificate", "diploma-certificate");
    }

    @Test
    void the_surface_comes_in_our_words() {
        var id = query(Optional.of("mandarin-certificate")).get(0).id();

        var licence = store.getSurface(SandboxWorld.requestId(), id, CAUSE).orElseThrow();

        assertThat(licence.surface())
                .containsEntry("name", "𠮷示安")
                .containsEntry("grade", "二级甲等")
                .containsKeys("number", "score", "testedOn", "station");
    }

    @Test
    void a_licence_downloads_as_pdf() {
        var id = query(Optional.of("diploma-certificate")).get(0).id();

        var file = store.download(SandboxWorld.requestId(), id, CAUSE).orElseThrow();

        assertThat(new String(file, UTF_8)).startsWith("%PDF-").endsWith("%%EOF\n");
    }

    @Test
    void a_use_cause_is_mandatory() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UseCause(" ", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new UseCause("长".repeat(201), ""));
    }

    @Test
    void a_wrong_holder_type_is_refused_with_the_stores_code() {
        assertThatThrownBy(() -> store.queryByHolder(
                        SandboxWorld.requestId(), new Holder("张示例", "000", "x"), Optional.empty(), CAUSE))
                .isInstanceOf(AuthorityAnswerException.class)
                .hasMessageContaining("code 103");
    }

    @Test
    void a_registered_certificate_is_found_downloaded_and_verified() {
        var id = store.register(certificate("req-00000001", "20263110122000001"));

        var licence = store.getSurface(SandboxWorld.requestId(), id, CAUSE).orElseThrow();
        assertThat(licence.surface()).containsEntry("subject", "英语");
        assertThat(query(Optional.of("teacher-certificate")))
                .extracting(Licence::id)
                .containsExactly(id);
        assertThat(store.download(SandboxWorld.requestId(), id, CAUSE)).hasValue(PDF);
        assertThat(store.verify(SandboxWorld.requestId(), id))
                .isInstanceOfSatisfying(Verification.Known.class, known -> assertThat(known.status())
                        .isEqualTo(LicenceStatus.VALID));
    }

    @Test
    void registering_twice_is_one_licence() throws IOException {
        var first = store.register(certificate("req-00000002", "20263110122000002"));
        var second = store.register(certificate("req-00000002", "20263110122000002"));

        assertThat(second).isEqualTo(first);
        assertThat(world.effects("licence-store")).hasSize(1);
    }

    @Test
    void one_identifier_is_not_registered_under_two_request_ids() {
        store.register(certificate("req-00000003", "20263110122000003"));

        assertThatThrownBy(() -> store.register(certificate("req-00000004", "20263110122000003")))
                .hasMessageContaining("code 105");
    }

    @Test
    void a_request_id_is_not_used_for_two_certificates() {
        store.register(certificate("req-00000005", "20263110122000005"));

        assertThatThrownBy(() -> store.register(certificate("req-00000005", "20263110122000006")))
                .hasMessageContaining("code 106");
    }

    @Test
    void an_annulled_certificate_verifies_as_annulled() {
        var id = store.register(certificate("req-00000007", "20263110122000007"));

        store.changeStatus("req-00000008", id, LicenceStatus.ANNULLED, "撤销认定");
        store.changeStatus("req-00000008", id, LicenceStatus.ANNULLED, "撤销认定");

        assertThat(store.verify(SandboxWorld.requestId(), id))
                .isInstanceOfSatisfying(Verification.Known.class, known -> assertThat(known.status())
                        .isEqualTo(LicenceStatus.ANNULLED));
    }

    @Test
    void an_unknown_identifier_is_unknown() {
        var id = LicenceIdentifier.of("11319999T100000133004", "11319999T100000133", "NEVER", 1);

        assertThat(store.verify(SandboxWorld.requestId(), id)).isEqualTo(new Verification.Unknown());
    }

    @Test
    void a_field_that_is_not_on_the_face_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.register(new LicenceRegistration(
                        "req-00000009",
                        type(),
                        "1",
                        1,
                        "11319999T100000133",
                        "机关",
                        HOLDER,
                        LocalDate.of(2026, 11, 23),
                        Optional.empty(),
                        "item",
                        CAUSE,
                        Map.of("shoeSize", "42"),
                        PDF)))
                .withMessageContaining("shoeSize");
    }

    private java.util.List<Licence> query(Optional<String> type) {
        return store.queryByHolder(SandboxWorld.requestId(), HOLDER, type, CAUSE);
    }

    private static LicenceType type() {
        return LicenceTypes.standard().get("teacher-certificate");
    }

    private static LicenceRegistration certificate(String requestId, String number) {
        return new LicenceRegistration(
                requestId,
                type(),
                number,
                1,
                "11319999T100000133",
                "海纳示范区教育局",
                HOLDER,
                LocalDate.of(2026, 11, 23),
                Optional.empty(),
                "31019999000",
                new UseCause("证照归集", "HN26X"),
                Map.of("name", CITIZEN.name(), "subject", "英语", "number", number),
                PDF);
    }
}
