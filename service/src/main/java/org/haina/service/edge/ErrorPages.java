package org.haina.service.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.keys.CorrelationId;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** Whatever the container has to say: problem+json below {@code /api}, otherwise a page with a next step. */
@Controller
@MayCall(Who.ANYBODY)
class ErrorPages implements ErrorController {

    private final ErrorAttributes attributes;

    ErrorPages(ErrorAttributes attributes) {
        this.attributes = attributes;
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
        if (attributes.getError(new ServletWebRequest(request)) instanceof Problem own) {
            return own.getBody();
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemDetail problem = ProblemKind.of(HttpStatus.valueOf(code instanceof Integer status ? status : 404))
                .body();
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
