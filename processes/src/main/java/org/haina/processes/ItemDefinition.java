package org.haina.processes;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.haina.processes.AfterGrant.Publication;
import org.haina.processes.AfterGrant.Renewal;
import org.haina.processes.AfterGrant.YearlyCheck;
import org.haina.processes.ApprovalByCommitment.SafetyMatter;
import org.jspecify.annotations.Nullable;

/**
 * One service item as its {@code item.yaml} declares it: the elements of a 办事指南 (GB/T 39046-2020) and what the
 * running service needs to handle it. Every key is required unless marked {@link Nullable}; unknown keys fail.
 *
 * @param key the folder's name, unique across areas
 * @param area the plan's chapter the item belongs to, e.g. {@code services}
 * @param version three numbers; a case keeps the version it was filed under
 * @param keywords what else people search it by, also as pinyin; absent: nothing else
 * @param guardianConsent what a guardian consents to before a child's data are handled; present exactly if guardians apply
 * @param window when applications are taken; absent: always
 * @param excludes keys of items of which a person may not have a case in the same round; absent: none
 * @param clockPolicy key of the statute's clock policy
 * @param certificate key of the certificate issued; absent: none
 * @param approval what is promised where the approval may be given upon a promise; present exactly in that mode
 * @param safety what the approval touches that is never given upon a promise; absent: not stated
 * @param publication what of a grant everybody may read; absent: grants of the item are not published
 * @param renewal which licences it renews, and when that may be asked; absent: none
 * @param yearlyCheck when each licence it has granted is looked into every year; absent: never
 * @param handling visits, result and steps of the guide; absent: not stated
 * @param promoted form fields that become columns of lists
 */
public record ItemDefinition(
        String key,
        String area,
        String version,
        Shape shape,
        Words title,
        @Nullable List<String> keywords,
        Codes codes,
        List<LegalBasis> legalBasis,
        Authority authority,
        List<Applicant> applicants,
        @Nullable ConsentTerms guardianConsent,
        List<Channel> channels,
        @Nullable Window window,
        @Nullable List<String> excludes,
        List<Material> materials,
        ItemLimits limits,
        String clockPolicy,
        Fee fee,
        List<Check> checks,
        Forms forms,
        @Nullable String certificate,
        Mode mode,
        @Nullable ApprovalByCommitment approval,
        @Nullable List<SafetyMatter> safety,
        @Nullable Publication publication,
        @Nullable Renewal renewal,
        @Nullable YearlyCheck yearlyCheck,
        @Nullable Handling handling,
        ResultWords resultWords,
        List<Role> roles,
        List<String> promoted,
        List<Faq> faqs,
        List<Place> places,
        List<Phone> phones) {

    public ItemDefinition {
        keywords = keywords == null ? null : List.copyOf(keywords);
        excludes = excludes == null ? null : List.copyOf(excludes);
        safety = safety == null ? null : List.copyOf(safety);
        legalBasis = List.copyOf(legalBasis);
        applicants = List.copyOf(applicants);
        channels = List.copyOf(channels);
        materials = List.copyOf(materials);
        checks = List.copyOf(checks);
        roles = List.copyOf(roles);
        promoted = List.copyOf(promoted);
        faqs = List.copyOf(faqs);
        places = List.copyOf(places);
        phones = List.copyOf(phones);
    }

    /**
     * Reads and checks one definition.
     *
     * @param yaml UTF-8, at most 1 MiB
     * @throws InvalidItemException naming the key path of everything wrong
     */
    public static ItemDefinition parse(byte[] yaml) {
        return ItemYaml.read(yaml);
    }

    /** 《教师资格条例》第十三条、第十四条；…, as documents cite it. */
    public String citation() {
        return Citation.of(legalBasis);
    }

    /** A request that is granted by an answer in words: there is no certificate. */
    @JsonIgnore
    public boolean isAnsweredInWords() {
        return shape == Shape.REQUEST && certificate == null;
    }

    /** A request that is answered as it comes: nobody decides. */
    @JsonIgnore
    public boolean isQuestion() {
        return shape == Shape.REQUEST
                && roles.stream().noneMatch(role -> role.key().equals(RoleNames.DECIDER));
    }

    /** 投诉: answered by those who supervise; nobody who handles cases sees it. */
    @JsonIgnore
    public boolean isComplaint() {
        return isQuestion() && roles.stream().anyMatch(role -> role.key().equals(RoleNames.SUPERVISOR));
    }

    /** What the applicant hands in, in one word. */
    public String handedIn() {
        if (isComplaint()) {
            return "投诉";
        }
        return isQuestion() ? "咨询" : shape == Shape.RECORD_FILING ? "备案" : "申请";
    }

    /** True if a proof or the approval may rest on a promise, which is looked into after the grant. */
    @JsonIgnore
    public boolean takesCommitments() {
        return approval != null || materials.stream().anyMatch(material -> material.commitment() != null);
    }

    /** True if some secondary paper may follow after acceptance. */
    @JsonIgnore
    public boolean takesDeferrals() {
        return materials.stream().anyMatch(material -> material.deferral() != null);
    }

    /** Keys of the items that leave no room for this one in the same round; empty if none does. */
    public List<String> excluded() {
        return excludes == null ? List.of() : excludes;
    }

    /** What else people call it; empty if nothing is declared. */
    public List<String> alsoCalled() {
        return keywords == null ? List.of() : keywords;
    }

    /** The nine shapes of procedure. */
    public enum Shape {
        @JsonProperty("licence")
        LICENCE("许可"),
        @JsonProperty("admission")
        ADMISSION("许可"),
        @JsonProperty("rectification")
        RECTIFICATION("整改"),
        @JsonProperty("selection")
        SELECTION("申报"),
        @JsonProperty("correction")
        CORRECTION("更正"),
        @JsonProperty("massWindow")
        MASS_WINDOW("报名"),
        @JsonProperty("recordFiling")
        RECORD_FILING("备案"),
        @JsonProperty("verifiedRecord")
        VERIFIED_RECORD("登记"),
        @JsonProperty("request")
        REQUEST("办理");

        private final String matter;

        Shape(String matter) {
            this.matter = matter;
        }

        /** What is asked for, in the word that follows 无需. */
        public String matter() {
            return matter;
        }
    }

    /** Chinese is what people read; English names the thing for engineers and foreign readers. */
    public record Words(String zh, String en) {}

    /** 基本编码 (12), 实施编码 (31) and 业务办理项编码 (33). */
    public record Codes(String basic, String implementation, String handling) {}

    /** One provision the item rests on, quoted. */
    public record LegalBasis(String law, String article, String text) {}

    /**
     * Who implements the item.
     *
     * @param uscc unified social credit code, 18 characters (GB 32100-2015)
     * @param level 行使层级 1 to 7 (GB/T 39046-2020 A.2)
     */
    public record Authority(String uscc, int level) {}

    /** Who may apply, and whether somebody else may act: an agent, or for {@code guardian} the guardian himself. */
    public record Applicant(ApplicantType type, boolean agent, String text) {}

    /** 服务对象 (GB/T 39046-2020 A.4), as far as items use it. */
    public enum ApplicantType {
        @JsonProperty("person")
        PERSON,
        @JsonProperty("organisation")
        ORGANISATION,
        /** A minor, for whom a guardian applies (民法典 23). */
        @JsonProperty("guardian")
        GUARDIAN
    }

    /** 申报来源 (GB/T 39046-2020 A.5); the applicant chooses. */
    public enum Channel {
        @JsonProperty("counter")
        COUNTER,
        @JsonProperty("web")
        WEB,
        @JsonProperty("mobile")
        MOBILE,
        @JsonProperty("post")
        POST
    }

    /**
     * One paper of the application.
     *
     * @param secondary may follow later where the item allows it (容缺)
     * @param sources {@code licence:TYPE}, {@code register:NAME} (asked by a check, need not be handed in), {@code upload}, or
     *     {@code commitment} alone for the promise upon which the approval is given
     * @param types accepted file types, empty when nothing can be uploaded
     * @param maxMb largest upload in MiB, 1 to 20
     * @param pixels smallest picture that can be used; null for any
     * @param commitment what may be promised in writing in its place (告知承诺制); null if it must be handed in
     * @param deferral how it may follow after acceptance (容缺受理); null if it must be there
     */
    public record Material(
            String key,
            Words title,
            boolean required,
            boolean secondary,
            List<String> sources,
            List<String> types,
            int maxMb,
            @Nullable Pixels pixels,
            @Nullable Commitment commitment,
            @Nullable Deferral deferral) {
        public Material {
            sources = List.copyOf(sources);
            types = List.copyOf(types);
        }

        /** True if the applicant must bring it: it is required and no register is asked in its place. */
        @JsonIgnore
        public boolean isOwed() {
            return required && sources.stream().noneMatch(source -> source.startsWith("register:"));
        }

        /** True if it is the promise upon which the approval is given (告知承诺书). */
        @JsonIgnore
        public boolean isPromise() {
            return sources.contains(ApprovalByCommitment.SOURCE);
        }
    }

    /**
     * What an applicant promises in writing instead of proving it. The choice is the applicant's; the proof may always be
     * handed in.
     *
     * @param duty what would have to be proved, and by what
     * @param promise what is promised, in the first person
     * @param check what is looked into after the grant
     * @param consequence what follows if it is not true
     * @param basis the rules it rests on, cited
     */
    public record Commitment(String duty, String promise, String check, String consequence, String basis) {}

    /**
     * A paper that may follow within {@code limits.deferral}; nothing is granted before it has arrived.
     *
     * @param form in what form it has to be handed in
     * @param promise what is promised, in the first person
     * @param consequence what follows if it does not arrive in time
     * @param basis the rules it rests on, cited
     */
    public record Deferral(String form, String promise, String consequence, String basis) {}

    /** A picture's size. */
    public record Pixels(int width, int height) {}

    /** Whether a fee is charged, in fen, and on what basis. */
    public record Fee(boolean charged, int fen, String basis) {}

    /**
     * One question to a register when the case is accepted.
     *
     * @param upon what it is asked upon instead; absent: the acceptance
     * @param when asked of all applicants if absent
     * @param compare key of the answer to the form's field that declares the same; nothing is compared if absent
     */
    public record Check(
            String register,
            String query,
            OnOutage onOutage,
            @Nullable Upon upon,
            @Nullable AnswerCondition when,
            @Nullable Map<String, String> compare) {

        /** True if it is asked only because the applicant wants to be believed; its answer bears on the promise alone. */
        @JsonIgnore
        public boolean isUponPromise() {
            return upon == Upon.PROMISE;
        }

        /** Key of the answer to the form's field; empty if nothing is compared. */
        public Map<String, String> comparisons() {
            return compare == null ? Map.of() : Map.copyOf(compare);
        }
    }

    /** What a register is asked upon. */
    public enum Upon {
        /** Something was handed in that rests on a promise: a commitment, or a paper that follows later. */
        @JsonProperty("promise")
        PROMISE
    }

    /** Keys of the form to apply with and the form to answer a correction with. */
    public record Forms(String apply, String correct) {}

    /** 即办件, 承诺件, 告知承诺. */
    public enum Mode {
        @JsonProperty("instant")
        INSTANT,
        @JsonProperty("promised")
        PROMISED,
        @JsonProperty("commitment")
        COMMITMENT
    }

    /** The item's own words for its two results. */
    public record ResultWords(String granted, String refused) {}

    /** A role that works on the item, see {@link RoleNames}. */
    public record Role(String key, Words title) {}

    /** A question citizens ask. */
    public record Faq(String question, String answer) {}

    /** A counter; {@code district} is a six-digit GB/T 2260 code. */
    public record Place(String district, String name, String address, String hours) {}

    /** A telephone; without district it serves all. */
    public record Phone(PhoneKind kind, @Nullable String district, String number) {}

    /** What a telephone is for. */
    public enum PhoneKind {
        @JsonProperty("consultation")
        CONSULTATION,
        @JsonProperty("complaint")
        COMPLAINT
    }
}
