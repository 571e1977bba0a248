package org.haina.service.applications;

import java.util.Optional;
import java.util.UUID;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityUnavailableException;
import org.haina.integrations.licencestore.LicenceIdentifier;
import org.haina.integrations.licencestore.LicenceStore;
import org.haina.integrations.licencestore.UseCause;
import org.haina.integrations.registers.Authorities;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.edge.Problem;
import org.haina.service.parties.Parties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Fetches the licences a case rests on from the e-licence store, for whoever may see the case; no transaction may be
 * open. The identifier is what the applicant wrote: nobody else's licence is opened with our own key to the store.
 */
@Service
public class LicenceFiles {

    private final CaseMaterials materials;
    private final Parties parties;
    private final LicenceStore store;

    LicenceFiles(CaseMaterials materials, Parties parties, Authorities authorities) {
        this.materials = materials;
        this.parties = parties;
        this.store = authorities.licenceStore();
    }

    /**
     * The licence handed in as this material, as PDF.
     *
     * @param purpose why it is looked at, in Chinese; the store is told
     * @throws Problem if the case rests on no such licence, it is another person's, or the store does not answer
     */
    public byte[] fetch(CaseFile file, String material, String purpose) {
        LicenceIdentifier id = materials.of(file.number()).stream()
                .filter(piece -> piece.key().equals(material))
                .filter(piece -> piece.source() == Source.LICENCE || piece.source() == Source.UNVERIFIED)
                .findFirst()
                .flatMap(piece -> identifier(piece.reference()))
                .orElseThrow(LicenceFiles::missing);
        try {
            return download(file, id, purpose).orElseThrow(LicenceFiles::missing);
        } catch (AuthorityUnavailableException e) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "暂时无法办理", "电子证照库暂时没有回应，请稍后再试。");
        } catch (AuthorityAnswerException e) {
            throw missing();
        }
    }

    private Optional<byte[]> download(CaseFile file, LicenceIdentifier id, String purpose) {
        UseCause cause = new UseCause(purpose, file.number().value());
        String holder = parties.reveal(file.applicant(), purpose, "party:" + file.applicant())
                .idNumber();
        return store.getSurface(UUID.randomUUID().toString(), id, cause)
                .filter(licence -> licence.holder().idNumber().equals(holder))
                .flatMap(licence -> store.download(UUID.randomUUID().toString(), id, cause));
    }

    private static Optional<LicenceIdentifier> identifier(String text) {
        try {
            return Optional.of(new LicenceIdentifier(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Problem missing() {
        return Problem.notFound("这个办件没有这份材料，或者材料已被替换。");
    }
}
