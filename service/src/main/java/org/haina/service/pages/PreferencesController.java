package org.haina.service.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.edge.EdgeSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 关怀版: larger, the same in all else; remembered on the device (适老化通用设计规范, 2021). */
@Controller
@MayCall(Who.ANYBODY)
class PreferencesController {

    static final String ELDER = "elder";

    private final boolean secure;

    PreferencesController(EdgeSettings edge) {
        this.secure = edge.secure();
    }

    @PostMapping("/preferences/elder")
    String elder(
            @RequestParam(defaultValue = "0") String on,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(ELDER, "1".equals(on) ? "1" : "0")
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .httpOnly(true)
                .secure(secure)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + own(back);
    }

    /** A path of ours and nothing else. */
    private static String own(String back) {
        return back.matches("(?!.*(//|\\.\\.))/[A-Za-z0-9._~/?=&%-]*") ? back : "/";
    }
}
