package org.haina.service.clock;

import java.util.Locale;

/** The clocks a case can have. */
public enum ClockName {
    /** Until the one-time notice, acceptance or refusal of acceptance; the organ's. */
    NOTICE("一次性告知"),
    /** Until the applicant has supplied what the notice asked for; the applicant's. */
    CORRECTION("补正"),
    /** Until the traffic police have given the opinion they were asked for; theirs. */
    POLICE_OPINION("公安机关交通管理部门回复意见"),
    /** Until the transport department has given the opinion it was asked for; theirs. */
    TRANSPORT_OPINION("交通运输部门回复意见"),
    /** From the first urging of a department on, until all have answered; then it goes up. */
    URGING("催办"),
    /** Until the organ in charge has examined what the departments said; the organ's. */
    EXAMINATION("提出审查意见"),
    /** Until the decision, or until delivery where the statute includes it; the organ's. */
    DECISION("办理"),
    /** Until the result is delivered; the organ's. */
    DELIVERY("送达"),
    /** Until what was promised instead of proved has been looked into; the organ's, and runs on after the case is closed. */
    LATER_CHECK("事后核查"),
    /** Until the secondary papers that were promised for later have all arrived; the applicant's. */
    DEFERRAL("容缺材料补交"),
    /** Until what was promised of an approval and not kept has been put right; the applicant's, and decides nothing. */
    RECTIFICATION("整改"),
    /** Until the last day of the licence whose renewal was asked for in time; the organ's. */
    RENEWAL("决定是否延续"),
    /** Until a licence has been looked into as every year; the organ's, beside the closed case. */
    YEARLY_CHECK("年度检查"),
    /** Until what a yearly check has found has been put right; the holder's, and decides nothing. */
    YEARLY_RECTIFICATION("年度检查整改");

    private final String label;

    ClockName(String label) {
        this.label = label;
    }

    /** As addresses name it: {@code later-check}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Chinese word for pages and documents. */
    public String label() {
        return label;
    }
}
