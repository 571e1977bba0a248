package org.haina.service.clock;

/** What happens to a case and may move a clock. */
public enum Moment {
    RECEIVED("收件"),
    NOTICE_ISSUED("一次性告知补正"),
    CORRECTION_ANSWERED("收到补正材料"),
    ACCEPTED("受理"),
    /** No notice came in time: accepted by law from the day of receipt (licence law 32(4)). */
    DEEMED_ACCEPTED("视为受理"),
    POLICE_ASKED("送公安机关交通管理部门征求意见"),
    POLICE_ANSWERED("公安机关交通管理部门回复意见"),
    TRANSPORT_ASKED("送交通运输部门征求意见"),
    TRANSPORT_ANSWERED("交通运输部门回复意见"),
    /** A department that is late has been urged; its silence is no consent. */
    OPINION_URGED("催办部门意见"),
    /** Every department that was asked has answered. */
    OPINIONS_IN("部门意见收齐"),
    EXAMINED("提出审查意见"),
    /** The applicant is told in writing that a procedure of licence law 45 begins; stops only with that document. */
    SPECIAL_PROCEDURE_NOTIFIED("特别程序书面告知"),
    SPECIAL_PROCEDURE_ENDED("特别程序结束"),
    /** Approved by the head of the organ, with the document that tells the applicant why. */
    EXTENDED("延长办理期限"),
    DECIDED("作出决定"),
    DELIVERED("送达"),
    LATER_CHECK_OPENED("转入事后核查"),
    /** 责令限期整改: the check is done, the applicant has until a date to put right what was found. */
    RECTIFICATION_ORDERED("责令限期整改"),
    LATER_CHECK_SETTLED("事后核查完成"),
    /** Accepted although a secondary paper is missing, which was promised in writing. */
    PAPERS_DEFERRED("容缺受理"),
    /** All of them have arrived and were found in order. */
    DEFERRED_PAPERS_IN("容缺材料补齐"),
    /** Asked early enough before the last day of the licence (licence law 50). */
    RENEWAL_ASKED("有效期届满三十日以前申请延续"),
    /** Nobody decided before the licence expired: renewed by law (licence law 50). */
    DEEMED_RENEWED("视为准予延续"),
    YEARLY_CHECK_OPENED("开始年度检查"),
    YEARLY_RECTIFICATION_ORDERED("年度检查后限期整改"),
    YEARLY_CHECK_SETTLED("年度检查完成"),
    WITHDRAWN("撤回申请"),
    /** The case ends in any other way. */
    CLOSED("办结");

    private final String label;

    Moment(String label) {
        this.label = label;
    }

    /** Chinese word for pages and documents. */
    public String label() {
        return label;
    }

    boolean endsEverything() {
        return this == WITHDRAWN || this == CLOSED;
    }

    boolean needsDocument() {
        return this == EXTENDED;
    }
}
