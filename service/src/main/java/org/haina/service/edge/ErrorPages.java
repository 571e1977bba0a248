package org.haina.service.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.haina.service.access.Caller;
import org.haina.service.access.CurrentCaller;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.keys.CorrelationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Whatever the container has to say: problem+json below {@code /api}, otherwise a page with a next step. */
@Controller
@MayCall(Who.ANYBODY)
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final ErrorAttributes attributes;
    private final CurrentCaller current;

    ErrorPages(ErrorAttributes attributes, CurrentCaller current) {
        this.attributes = attributes;
        this.current = current;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        ProblemDetail problem = problem(request);
        problem.setProperty(CorrelationId.KEY, CorrelationId.current().value());
        return path(request).startsWith("/api/") ? document(problem) : page(problem);
    }

    private static ResponseEntity<ProblemDetail> document(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ModelAndView page(ProblemDetail problem) {
        return new ModelAndView("edge/problem", Map.of("problem", problem), HttpStatus.valueOf(problem.getStatus()));
    }

    private ProblemDetail problem(HttpServletRequest request) {
        Throwable cause = attributes.getError(new ServletWebRequest(request));
        if (cause instanceof Problem own) {
            return own.getBody();
        }
        if (cause instanceof MultipartException && !(cause instanceof MaxUploadSizeExceededException)) {
            return ProblemKind.BAD_REQUEST.body();
        }
        if (cause != null) {
            LOG.error("A request ended in an error", cause); // the container logs it without its number
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemKind kind = ProblemKind.of(HttpStatus.valueOf(code instanceof Integer status ? status : 404));
        ProblemDetail problem = kind.body();
        if (current.get() instanceof Caller.Official) {
            problem.setDetail(kind.adviceAtTheOffice());
        }
        if (request.getAttribute(RateLimitFilter.WAIT) instanceof Long seconds) {
            problem.setDetail("短时间内的操作次数过多。请在" + words(seconds) + "后再试。");
        }
        return problem;
    }

    private static String words(long seconds) {
        return seconds < 60 ? " " + seconds + " 秒" : " " + (seconds + 59) / 60 + " 分钟";
    }

    private static String path(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path == null ? "" : path.toString();
    }
}
