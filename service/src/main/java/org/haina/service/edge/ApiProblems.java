package org.haina.service.edge;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.haina.service.keys.CorrelationId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where an exception becomes problem+json. */
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception cause, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = cause instanceof Problem own
                ? own.getBody()
                : body instanceof ProblemDetail given && given.getProperties() != null
                        ? given
                        : ProblemKind.of(status).body();
        problem.setProperty(CorrelationId.KEY, CorrelationId.current().value());
        return super.handleExceptionInternal(cause, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException cause, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (isTooLarge(cause)) {
            return answer(cause, ProblemKind.TOO_LARGE, request);
        }
        ProblemDetail problem = ProblemKind.BAD_REQUEST.body();
        if (cause.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            problem.setProperty(Problem.ERRORS, Problem.errors(Map.of(pointer(mapping), reason(mapping))));
        } else {
            problem.setDetail("请求正文不是完整、正确的 JSON。");
        }
        problem.setProperty(CorrelationId.KEY, CorrelationId.current().value());
        return handleExceptionInternal(cause, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException cause, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Map<String, String> errors = cause.getFieldErrors().stream()
                .collect(Collectors.toMap(
                        error -> "/"
                                + error.getField()
                                        .replaceAll("\\[(\\d+)]", "/$1")
                                        .replace('.', '/'),
                        ApiProblems::words,
                        (a, b) -> a,
                        LinkedHashMap::new));
        ProblemDetail problem = ProblemKind.INVALID.body();
        problem.setProperty(Problem.ERRORS, Problem.errors(errors));
        return handleExceptionInternal(cause, problem, headers, ProblemKind.INVALID.status(), request);
    }

    /** Security answers these itself, in the filter that translates them. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException cause) {
        throw cause;
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    @Nullable
    ResponseEntity<Object> conflict(ConcurrencyFailureException cause, WebRequest request) {
        return answer(cause, ProblemKind.CONFLICT, request);
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    @Nullable
    ResponseEntity<Object> unavailable(Exception cause, WebRequest request) {
        LOG.warn("The database does not answer: {}", cause.getMessage());
        return answer(cause, ProblemKind.UNAVAILABLE, request);
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> unexpected(Exception cause, WebRequest request) {
        LOG.error("A request failed unexpectedly", cause);
        return answer(cause, ProblemKind.INTERNAL, request);
    }

    private @Nullable ResponseEntity<Object> answer(Exception cause, ProblemKind kind, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        if (kind == ProblemKind.UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, "10");
        }
        return handleExceptionInternal(cause, null, headers, kind.status(), request);
    }

    private static String pointer(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String reason(JsonMappingException mapping) {
        return mapping instanceof UnrecognizedPropertyException ? "没有这个字段" : "类型或格式不正确";
    }

    private static String words(FieldError error) {
        String code = String.valueOf(error.getCode());
        return switch (code) {
            case "NotNull", "NotBlank", "NotEmpty" -> "必须填写";
            case "Size" -> "长度或者数量不符合要求";
            default -> error.getDefaultMessage() == null ? "内容不符合要求" : error.getDefaultMessage();
        };
    }

    private static boolean isTooLarge(Throwable cause) {
        return cause instanceof BodyLimitFilter.TooLargeException
                || cause.getCause() != null && isTooLarge(cause.getCause());
    }
}
