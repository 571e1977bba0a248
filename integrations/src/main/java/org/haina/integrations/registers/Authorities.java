package org.haina.integrations.registers;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.haina.integrations.businessregistry.BusinessRegistry;
import org.haina.integrations.citizencloud.CitizenCloud;
import org.haina.integrations.civilaffairs.CivilAffairs;
import org.haina.integrations.credit.CreditInformation;
import org.haina.integrations.diploma.DiplomaService;
import org.haina.integrations.examauthority.ExamAuthority;
import org.haina.integrations.hospital.DesignatedHospital;
import org.haina.integrations.licencestore.LicenceStore;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.integrations.publicsecurity.PublicSecurity;
import org.haina.integrations.teachersystem.TeacherSystem;

/** All adapters, built once; thread-safe. */
public final class Authorities {

    private final CitizenCloud citizenCloud;
    private final PublicSecurity publicSecurity;
    private final DiplomaService diploma;
    private final TeacherSystem teacherSystem;
    private final DesignatedHospital hospital;
    private final LicenceStore licenceStore;
    private final ExamAuthority examAuthority;
    private final BusinessRegistry businessRegistry;
    private final CivilAffairs civilAffairs;
    private final CreditInformation credit;
    private final Registers registers;

    public Authorities(IntegrationsSettings settings, LicenceTypes types, Clock clock) {
        this.citizenCloud = new CitizenCloud(settings.citizenCloud(), clock);
        this.publicSecurity = new PublicSecurity(settings.publicSecurity(), clock);
        this.diploma = new DiplomaService(settings.diploma(), clock);
        this.teacherSystem = new TeacherSystem(settings.teacherSystem(), clock);
        this.hospital = new DesignatedHospital(settings.hospital(), clock);
        this.licenceStore = new LicenceStore(settings.licenceStore(), types, clock);
        this.examAuthority = new ExamAuthority(settings.examAuthority(), clock);
        this.businessRegistry = new BusinessRegistry(settings.businessRegistry(), clock);
        this.civilAffairs = new CivilAffairs(settings.civilAffairs(), clock);
        this.credit = new CreditInformation(settings.credit(), clock);
        this.registers = new Registers(List.of(
                new CitizenCloudQueries(citizenCloud),
                new PublicSecurityQueries(publicSecurity),
                new DiplomaQueries(diploma),
                new TeacherSystemQueries(teacherSystem),
                new HospitalQueries(hospital),
                new LicenceStoreQueries(licenceStore),
                new ExamAuthorityQueries(examAuthority),
                new BusinessRegistryQueries(businessRegistry),
                new CivilAffairsQueries(civilAffairs),
                new CreditQueries(credit)));
    }

    public Registers registers() {
        return registers;
    }

    public CitizenCloud citizenCloud() {
        return citizenCloud;
    }

    public PublicSecurity publicSecurity() {
        return publicSecurity;
    }

    public DiplomaService diploma() {
        return diploma;
    }

    public TeacherSystem teacherSystem() {
        return teacherSystem;
    }

    public DesignatedHospital hospital() {
        return hospital;
    }

    public LicenceStore licenceStore() {
        return licenceStore;
    }

    public ExamAuthority examAuthority() {
        return examAuthority;
    }

    /** Registers to which calls are held back at this moment because too many failed, by key. */
    public List<String> unavailable() {
        var held = new TreeMap<String, BooleanSupplier>(Map.of(
                "citizen-cloud", citizenCloud::unavailable,
                "public-security", publicSecurity::unavailable,
                "diploma", diploma::unavailable,
                "teacher-system", teacherSystem::unavailable,
                "hospital", hospital::unavailable,
                "licence-store", licenceStore::unavailable,
                "exam-authority", examAuthority::unavailable,
                "business-registry", businessRegistry::unavailable,
                "civil-affairs", civilAffairs::unavailable,
                "credit", credit::unavailable));
        return held.entrySet().stream()
                .filter(register -> register.getValue().getAsBoolean())
                .map(Map.Entry::getKey)
                .toList();
    }
}
