package org.haina.service.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Who is not signed in goes to the door. A form is not thrown away: its text is handed back on a page that can send it
 * again. A fragment request gets a bare 401, so that the page around it stays as it is.
 */
final class PageEntryPoint implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (HttpMethod.POST.matches(request.getMethod())) {
            request.getRequestDispatcher(LoginController.EXPIRED).forward(request, response);
        } else {
            response.sendRedirect("/login");
        }
    }
}
