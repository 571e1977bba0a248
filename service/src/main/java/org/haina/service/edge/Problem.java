package org.haina.service.edge;

import java.io.Serial;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A refusal that a caller can act on. The same words reach programs as problem+json (RFC 9457) and people as a page, so
 * they are Chinese, say which case or field and what to do, and contain nothing secret. Types are listed in
 * {@code docs/problems.md}.
 */
public final class Problem extends ErrorResponseException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Member that lists what is wrong: {@code pointer} into the body, {@code message}, perhaps {@code rule}. */
    public static final String ERRORS = "errors";

    /**
     * @param name stable name of the type, as in {@code /problems/<name>}
     * @param title what went wrong, the same for all problems of the type
     * @param detail this very problem and what to do next
     */
    public Problem(HttpStatus status, String name, String title, String detail) {
        super(status, body(status, name, title, detail), null);
    }

    /** Adds a member to the problem document, such as {@code errors}. */
    public Problem with(String member, Object value) {
        getBody().setProperty(member, value);
        return this;
    }

    public static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "没有找到", detail);
    }

    public static Problem forbidden(String detail) {
        return new Problem(HttpStatus.FORBIDDEN, "forbidden", "没有权限", detail);
    }

    public static Problem conflict(String detail) {
        return new Problem(HttpStatus.CONFLICT, "conflict", "内容已发生变化", detail);
    }

    /** @param errors message by member of the body, the member as JSON pointer (RFC 6901) */
    public static Problem invalid(String detail, Map<String, String> errors) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-data", "填写的内容有误", detail)
                .with(ERRORS, errors(errors));
    }

    /** The one shape of member {@code errors}; features may add members such as {@code rule} to each. */
    static List<Map<String, String>> errors(Map<String, String> byPointer) {
        return byPointer.entrySet().stream()
                .map(error -> Map.of("pointer", error.getKey(), "message", error.getValue()))
                .toList();
    }

    static ProblemDetail body(HttpStatus status, String name, String title, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("/problems/" + name));
        body.setTitle(title);
        return body;
    }
}
