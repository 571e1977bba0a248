package org.haina.integrations;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic person of the demo: what the citizen cloud, public security and the other sandboxes hold about them.
 * Codes: sex GB/T 2261.1, ethnicity GB/T 3304, id type GA/T 517, district GB/T 2260.
 *
 * @param account login name in the demo realms, or null for a person without a login
 * @param organisation whom the person acts for; {@code furtherOrganisations} whom else
 * @param credit what stands against the person's word, or null where nothing does
 * @param problem the one thing wrong with this person's papers, or null where everything is in order
 */
public record DemoPerson(
        String key,
        @Nullable String account,
        String story,
        @Nullable String problem,
        String name,
        String sex,
        String ethnicity,
        LocalDate birthDate,
        String idType,
        String idNumber,
        @Nullable String phone,
        int realNameLevel,
        String district,
        String address,
        Household household,
        @Nullable ResidencePermit residencePermit,
        @Nullable String route,
        @Nullable String schoolLevel,
        @Nullable String subject,
        @Nullable Organisation organisation,
        List<String> children,
        PublicSecurity publicSecurity,
        @Nullable Diploma diploma,
        @Nullable Mandarin mandarin,
        @Nullable TeachingCertificate examCertificate,
        @Nullable TeachingCertificate abilityCertificate,
        @Nullable TeacherCertificate teacherCertificate,
        @Nullable Medical hospital,
        @Nullable List<ExamRecord> examRecords,
        @Nullable List<Organisation> furtherOrganisations,
        @Nullable Credit credit) {

    /** The examinations this person has sat; empty if the exam authority knows of none. */
    public List<ExamRecord> sat() {
        return examRecords == null ? List.of() : List.copyOf(examRecords);
    }

    /** All organisations this person acts for. */
    public List<Organisation> organisations() {
        return Stream.concat(
                        Stream.ofNullable(organisation),
                        Stream.ofNullable(furtherOrganisations).flatMap(List::stream))
                .toList();
    }

    /** Household registration; {@code district} is null outside Shanghai. */
    public record Household(boolean inShanghai, @Nullable String district, String address) {}

    /** Shanghai residence permit. */
    public record ResidencePermit(String number, String district, LocalDate issuedOn, LocalDate validUntil) {}

    /**
     * A demo organisation somebody acts for, as the business registry has it or, where the code begins with 5, civil affairs.
     *
     * @param uscc unified social credit code
     * @param status of the registration in the register's words, such as 存续 or 有效
     * @param validUntil last day of the registration certificate, where it has one
     * @param credit what stands against its word, or null where nothing does
     * @param authority the letter by which the person acts
     */
    public record Organisation(
            String name,
            String uscc,
            String kind,
            String legalRepresentative,
            String address,
            LocalDate established,
            String status,
            String position,
            Authority authority,
            @Nullable LocalDate validUntil,
            @Nullable Credit credit) {}

    /**
     * An authority letter (委托书).
     *
     * @param number as the letter bears it
     * @param items keys of the items it is for
     * @param commits those of them for which it says expressly that the person may promise in writing
     * @param validUntil last day
     */
    public record Authority(
            String number, List<String> items, List<String> commits, LocalDate validFrom, LocalDate validUntil) {}

    /**
     * What public credit information holds.
     *
     * @param severe on a list of serious lost trust
     */
    public record Credit(boolean severe, List<Penalty> penalties) {}

    /**
     * A published penalty.
     *
     * @param state {@code 正常}, {@code 撤销} or {@code 修复}
     */
    public record Penalty(
            String document, String matter, String organ, LocalDate decidedOn, LocalDate shownUntil, String state) {}

    /**
     * What public security answers.
     *
     * @param identity {@code match}, {@code name-differs} or {@code not-found}
     * @param noCrime {@code clear} or {@code record-found}
     */
    public record PublicSecurity(String identity, String registeredName, String noCrime) {}

    /** What the diploma service holds; {@code holder} differs from the person's name where that is the problem. */
    public record Diploma(
            String number,
            String holder,
            String school,
            String schoolCode,
            String major,
            String level,
            LocalDate graduationDate) {}

    /** Certificate of the Mandarin proficiency test. */
    public record Mandarin(String number, String grade, String score, LocalDate testedOn, String station) {}

    /** Examination certificate (考试合格证明) or normal student's ability certificate (then with a school). */
    public record TeachingCertificate(
            String number,
            String schoolLevel,
            String subject,
            LocalDate issuedOn,
            LocalDate validUntil,
            @Nullable String school) {}

    /**
     * The teacher's certificate this person holds already.
     *
     * @param status {@code valid}, {@code lost} or {@code annulled}
     */
    public record TeacherCertificate(
            String number, String schoolLevel, String subject, LocalDate issuedOn, String status) {}

    /**
     * Results as the exam authority holds them.
     *
     * @param exam key of the examination, such as {@code college-entrance}
     * @param registeredName name in the register where it is not the person's own
     * @param total null where the examination has none
     */
    public record ExamRecord(
            String exam,
            String year,
            String candidateNumber,
            @Nullable String registeredName,
            List<SubjectScore> subjects,
            @Nullable String total) {}

    /** The result in one subject. */
    public record SubjectScore(String subject, String score) {}

    /** Conclusion of the designated hospital: 合格, 不合格 or 待复查. */
    public record Medical(String conclusion, LocalDate examinedOn, String hospital) {}
}
