package org.haina.service.signin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door: who are you, and what went wrong last time. */
@Controller
@MayCall(Who.ANYBODY)
class LoginController {

    private static final String SIGNED_IN = "/signed-in";

    static final String EXPIRED = "/session-expired";

    /** Request attribute: true if the form needs no login, only its cookies. */
    static final String OPEN = "haina.open";

    private static final Map<String, String> REASONS = Map.of(
            "unavailable", "登录服务暂时不可用，请稍后再试。已经登录的用户不受影响。",
            "refused", "该账号没有使用本系统的权限。如认为有误，请联系管理员。",
            "cancelled", "登录未完成，请重新登录。");

    private static final Pattern PAGE = Pattern.compile("https?://[^/]+(/(?:[\\w-][\\w/.-]*)?(?:\\?[\\w=&.-]*)?)");

    @GetMapping("/login")
    String login(@RequestParam(required = false) @Nullable String reason, HttpServletResponse response, Model model) {
        model.addAttribute("message", reason == null ? null : REASONS.get(reason));
        if ("unavailable".equals(reason)) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        }
        return "signin/login";
    }

    /** Where a login in a second window ends: the first one still has what was typed. */
    @GetMapping(SIGNED_IN)
    @MayCall({Who.CITIZEN, Who.OFFICIAL})
    String signedIn() {
        return "signin/signed-in";
    }

    /**
     * Hands back what was typed when a form arrives after the session has ended; it can be sent again after login. A
     * chosen file cannot be handed back: then the way leads to the page it was chosen on.
     */
    @RequestMapping(EXPIRED)
    String expired(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        Object action = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        fields.remove("_csrf");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        model.addAttribute("open", Boolean.TRUE.equals(request.getAttribute(OPEN)));
        model.addAttribute("back", pageBefore(request.getHeader(HttpHeaders.REFERER)));
        model.addAttribute("action", action == null ? "/" : action.toString());
        model.addAttribute("files", String.valueOf(request.getContentType()).startsWith("multipart/"));
        // Leaving this page, even for larger letters, would lose what was typed.
        model.addAttribute("held", true);
        model.addAttribute("fields", action == null ? Map.<String, List<String>>of() : fields);
        return "signin/expired";
    }

    /** Path and query only, so that it never leads elsewhere. */
    private static @Nullable String pageBefore(@Nullable String referer) {
        Matcher page = PAGE.matcher(referer == null ? "" : referer);
        return page.matches() ? page.group(1) : null;
    }
}
