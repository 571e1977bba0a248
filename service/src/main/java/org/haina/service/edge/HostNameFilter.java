package org.haina.service.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers under our own names only: redirects are made of the name a request states, which anybody can make up. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class HostNameFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(HostNameFilter.class);

    private final EdgeSettings settings;

    HostNameFilter(EdgeSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (settings.knows(request.getServerName())) {
            chain.doFilter(request, response);
        } else {
            LOG.warn("Refused: nobody knows us as {} (haina.edge.names)", request.getServerName());
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
