package org.haina.service.terminations;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemDefinition.Shape;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.issuance.CertificateEnds;
import org.haina.service.laterchecks.LaterChecks;
import org.springframework.stereotype.Component;

/** What the law leaves open for one case: only licences, only what still stands, one thing after the other. */
@Component
class TerminationRules {

    private static final Set<Shape> LICENCES = EnumSet.of(Shape.LICENCE, Shape.ADMISSION);

    private final Catalog catalog;
    private final CertificateEnds certificates;
    private final LaterChecks laterChecks;
    private final TerminationRows rows;
    private final List<GroundObstacle> obstacles;

    TerminationRules(
            Catalog catalog,
            CertificateEnds certificates,
            LaterChecks laterChecks,
            TerminationRows rows,
            List<GroundObstacle> obstacles) {
        this.catalog = catalog;
        this.certificates = certificates;
        this.laterChecks = laterChecks;
        this.rows = rows;
        this.obstacles = List.copyOf(obstacles);
    }

    /** Grounds on which the act may be brought forward now; none if it may not. */
    List<Ground> grounds(CaseFile file, TerminationAct act) {
        return act.move().isAllowedFrom(file.status()) && isLicence(file) && isFree(file)
                ? act.grounds().stream()
                        .filter(ground -> fits(file, ground) && !isOfLaterCheck(file, ground))
                        .toList()
                : List.of();
    }

    /** True if the act may still be done when it comes to be decided: the certificate may have been replaced meanwhile. */
    boolean isStillPossible(CaseFile file, Termination proposed) {
        return proposed.act().move().isAllowedFrom(file.status()) && fits(file, proposed.ground());
    }

    /** A certificate of a licence, whichever item prints it: the one issued anew for a lost one too. */
    private boolean isLicence(CaseFile file) {
        ItemDefinition own = catalog.version(file.itemVersion()).definition();
        String certificate = own.certificate();
        if (certificate == null) {
            return false;
        }
        return LICENCES.contains(own.shape())
                || catalog.items().stream()
                        .map(ItemVersion::definition)
                        .filter(item -> LICENCES.contains(item.shape()))
                        .map(ItemDefinition::certificate)
                        .anyMatch(certificate::equals);
    }

    /** No other act is under way. */
    private boolean isFree(CaseFile file) {
        return rows.of(file.number()).stream().noneMatch(Termination::isOpen);
    }

    /** What was promised is looked into: its own way annuls, and the holder does not end it by giving the licence up. */
    private boolean isOfLaterCheck(CaseFile file, Ground ground) {
        return (ground.act() == TerminationAct.ANNULMENT || ground == Ground.ASKED_BY_HOLDER)
                && laterChecks.isOpen(file.number());
    }

    /**
     * 行政许可法 69 is about a decision, whatever has been decided upon it since: the later edition is made anew without it. The other acts
     * end the licence, by the edition that stands.
     */
    private boolean isBuiltUpon(CaseFile file, Ground ground) {
        return ground.act() == TerminationAct.ANNULMENT && certificates.isBuiltUpon(file);
    }

    private boolean fits(CaseFile file, Ground ground) {
        boolean granted = file.status() == CaseStatus.GRANTED;
        boolean open =
                switch (ground) {
                    case TAKEN_BACK -> !granted && !certificates.hasGivenBack(file.number());
                    case EXPIRED -> granted && certificates.isExpired(file.number());
                    default -> granted && (certificates.isStanding(file.number()) || isBuiltUpon(file, ground));
                };
        return open && obstacles.stream().noneMatch(obstacle -> obstacle.isAgainst(file, ground));
    }
}
