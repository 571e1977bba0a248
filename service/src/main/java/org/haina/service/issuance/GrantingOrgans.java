package org.haina.service.issuance;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.springframework.stereotype.Service;

/** Who alone may change, renew or reissue what it has granted (行政许可法 49, 50). */
@Service
public class GrantingOrgans {

    private final AmendedLicences licences;
    private final EditionRows editions;
    private final Cases cases;
    private final Catalog catalog;

    GrantingOrgans(AmendedLicences licences, EditionRows editions, Cases cases, Catalog catalog) {
        this.licences = licences;
        this.editions = editions;
        this.cases = cases;
        this.catalog = catalog;
    }

    /**
     * The organs that have issued an edition of the certificate that an application is about.
     *
     * @return their unified social credit codes; none if it changes a licence that nobody here has granted; empty if the application
     *     is about no certificate, or about one made elsewhere whose organ nobody here knows
     */
    public Optional<Set<String>> of(CaseFile file) {
        ItemVersion item = catalog.version(file.itemVersion());
        return licences.carrying(item).flatMap(form -> {
            Set<String> organs = issued(form, file).stream()
                    .map(Certificate::caseNumber)
                    .map(cases::get)
                    .flatMap(granted -> Stream.of(granted.org(), granted.acting()))
                    .collect(Collectors.toSet());
            return organs.isEmpty() && !form.definition().amends() ? Optional.empty() : Optional.of(organs);
        });
    }

    private List<Certificate> issued(CertificateForm form, CaseFile file) {
        return form.definition()
                .number()
                .carriedField()
                .map(field -> file.data().path(field).asText())
                .map(number -> editions.chain(form.type().title(), number, file.applicant()))
                .orElse(List.of());
    }
}
