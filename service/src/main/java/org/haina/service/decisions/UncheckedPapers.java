package org.haina.service.decisions;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haina.service.intake.Correction;
import org.haina.service.intake.CorrectionMark;
import org.haina.service.intake.Corrections;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/**
 * What came in the place of a denied promise after the last review: nobody has looked at it but whoever decides, and he says so in
 * writing before he grants.
 */
@Component
class UncheckedPapers {

    private final Corrections corrections;
    private final Opinions opinions;

    UncheckedPapers(Corrections corrections, Opinions opinions) {
        this.corrections = corrections;
        this.opinions = opinions;
    }

    /** In Chinese, with the names of the papers; empty if there are none. */
    Optional<String> of(CaseNumber number) {
        Instant reviewed = opinions.review(number).map(Opinion::at).orElse(Instant.MIN);
        String papers = corrections.of(number).stream()
                .filter(Correction::afterAcceptance)
                .filter(asked -> asked.answeredAt().filter(reviewed::isBefore).isPresent())
                .flatMap(asked -> asked.marks().stream())
                .filter(mark -> mark.material().isPresent())
                .map(CorrectionMark::label)
                .distinct()
                .collect(Collectors.joining("”“", "“", "”"));
        return Optional.of(papers)
                .filter(titles -> titles.length() > "“”".length())
                .map(titles -> "不再凭承诺办理，补交的" + titles + "没有经过审核。准予以前请自己核对，并在意见里写明核对的情况");
    }
}
