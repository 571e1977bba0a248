package org.haina.service.issuance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.haina.service.keys.PartyId;
import org.springframework.stereotype.Component;

/** 变更: the licence that an application asks to change, if the applicant holds it, and what stands on it. */
@Component
class AmendedLicences {

    private final EditionRows editions;
    private final Cases cases;
    private final FormWords words;
    private final LicenceTypes types;
    private final ObjectMapper json;
    private final Clock clock;
    /** Read once for each version of an item: asked at every submission. */
    private final Map<Long, Optional<CertificateForm>> forms = new ConcurrentHashMap<>();

    AmendedLicences(
            EditionRows editions, Cases cases, FormWords words, LicenceTypes types, ObjectMapper json, Clock clock) {
        this.editions = editions;
        this.cases = cases;
        this.words = words;
        this.types = types;
        this.json = json;
        this.clock = clock;
    }

    /** The certificate of an item that changes licences; empty for all others. */
    Optional<CertificateForm> amending(ItemVersion item) {
        return carrying(item).filter(form -> form.definition().amends());
    }

    /** The certificate of an item whose paper carries on the number of another: it changes a licence or replaces a paper. */
    Optional<CertificateForm> carrying(ItemVersion item) {
        return forms.computeIfAbsent(
                item.id(),
                id -> item.definition().certificate() == null
                        ? Optional.empty()
                        : Optional.of(CertificateForm.of(item, types)).filter(form -> form.definition()
                                .number()
                                .carriedField()
                                .isPresent()));
    }

    /** What such an item does to a licence, in one word. */
    static String word(CertificateForm form) {
        return form.definition().validity().renews() ? "延续" : "变更";
    }

    /** Holds the licence until its case is received: of two applications about it at once the second sees the first. */
    void lock(CertificateForm form, ObjectNode data) {
        editions.lock(form.type().title(), number(form, data));
    }

    /** What the application calls the licence it is about. */
    static String number(CertificateForm form, ObjectNode data) {
        return form.definition()
                .number()
                .carriedField()
                .map(field -> data.path(field).asText())
                .orElseThrow();
    }

    /** The valid one of this number and holder that this district has issued. */
    Optional<Certificate> held(CertificateForm form, ObjectNode data, PartyId holder, District district) {
        return editions.chain(form.type().title(), number(form, data), holder).stream()
                .filter(one -> one.statusOn(LocalDate.now(clock)) == CertificateStatus.VALID)
                .filter(one -> cases.get(one.caseNumber()).district().equals(district))
                .findFirst();
    }

    /** All that the editions before say in words, the later over the earlier, and the application of this case over all. */
    ObjectNode face(CaseFile file, Certificate open) {
        ObjectNode face = json.createObjectNode();
        before(file, open).stream()
                .map(Certificate::caseNumber)
                .map(cases::get)
                .forEach(earlier -> face.setAll(words.of(earlier)));
        face.setAll(words.of(file));
        return face;
    }

    /** The last day of the edition before. */
    Optional<LocalDate> lastDay(CaseFile file, Certificate open) {
        return before(file, open).stream().reduce((earlier, later) -> later).flatMap(Certificate::validUntil);
    }

    private List<Certificate> before(CaseFile file, Certificate open) {
        CaseNumber own = file.number();
        return editions.chain(open.title(), open.number().orElseThrow(), file.applicant()).stream()
                .filter(one -> !one.caseNumber().equals(own))
                .toList();
    }
}
