package org.haina.service.edge;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** What is said when the framework, not a feature, refuses: one entry per status, words for people. */
enum ProblemKind {
    BAD_REQUEST(400, "malformed", "请求无法识别", "提交的内容格式不正确。请返回上一页检查后重试。"),
    UNAUTHORIZED(401, "not-signed-in", "尚未登录", "登录信息缺失或已过期。请重新登录后再试。"),
    FORBIDDEN(403, "forbidden", "没有权限", "您没有权限查看此内容或执行此操作。如认为有误，请联系受理窗口。"),
    NOT_FOUND(404, "not-found", "没有找到", "您要找的内容不存在或已移除。请检查网址，或返回首页重新查找。"),
    METHOD(405, "method-not-allowed", "不支持的操作方式", "此地址不支持这种操作方式。请返回上一页重试。"),
    NOT_ACCEPTABLE(406, "not-acceptable", "无法提供所要的格式", "服务无法以所要求的格式作答。"),
    CONFLICT(409, "conflict", "内容已发生变化", "其他人刚刚处理了同一内容。请刷新页面查看最新情况后再操作。"),
    TOO_LARGE(413, "too-large", "内容过大", "提交的内容或文件超过大小限制（单个文件不超过 20 MB，其他内容不超过 1 MB）。请压缩或者减少以后重新提交。"),
    MEDIA_TYPE(415, "unsupported-media-type", "不支持的内容类型", "服务不接受这种类型的内容。请按接口说明使用 application/json。"),
    INVALID(422, "invalid-data", "填写的内容有误", "填写的内容不符合要求。请按提示修改后重新提交。"),
    TOO_MANY(429, "too-many-requests", "操作过于频繁", "短时间内的操作次数过多。请稍候再试。"),
    INTERNAL(500, "internal-error", "系统出现故障", "系统未能完成本次操作，您已保存的内容不会丢失。请稍后重试；如仍未解决，请联系客服并提供下方的编号。"),
    UNAVAILABLE(503, "unavailable", "服务暂时不可用", "服务正在维护或较为繁忙，请稍后再试。您已保存的内容不会丢失。");

    private final HttpStatus status;
    private final String type;
    private final String title;
    private final String advice;

    ProblemKind(int status, String type, String title, String advice) {
        this.status = HttpStatus.valueOf(status);
        this.type = type;
        this.title = title;
        this.advice = advice;
    }

    static ProblemKind of(HttpStatusCode status) {
        for (ProblemKind kind : values()) {
            if (kind.status.value() == status.value()) {
                return kind;
            }
        }
        return status.is4xxClientError() ? BAD_REQUEST : INTERNAL;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    String advice() {
        return advice;
    }

    /** What an official is told: nobody sends him to a counter. */
    String adviceAtTheOffice() {
        return switch (this) {
            case FORBIDDEN -> "您的岗位没有使用此页面的权限，这次访问已记入日志。确需使用的，请联系本单位的系统管理员。";
            case NOT_FOUND -> "没有这个页面，或者它已移除。请检查网址，或者返回工作台查找。";
            case INTERNAL -> "系统未能完成本次操作，已经提交的处理不会丢失。请稍后重试；仍未解决的，请把下方的编号告诉运维人员。";
            default -> advice;
        };
    }

    ProblemDetail body() {
        return Problem.body(status, type, title, advice);
    }
}
