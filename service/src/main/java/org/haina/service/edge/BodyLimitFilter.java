package org.haina.service.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bodies that are read into memory whole, such as JSON, end at 1 MiB, whatever length the sender states. Forms and
 * uploads have limits of their own in the container, which says nothing when they are passed: who states a length beyond
 * them is told here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class BodyLimitFilter extends OncePerRequestFilter {

    static final int MOST = 1 << 20;

    private final long mostOfForm;
    private final long mostOfUpload;

    BodyLimitFilter(ServerProperties server, MultipartProperties multipart) {
        this.mostOfForm = server.getTomcat().getMaxHttpFormPostSize().toBytes();
        this.mostOfUpload = multipart.getMaxRequestSize().toBytes();
    }

    /** Thrown while a body is read that did not state its length. */
    static final class TooLargeException extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("A body of more than " + MOST + " bytes");
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(new Unread(request), response);
            return;
        }
        String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            upTo(mostOfUpload, request, request, response, chain);
        } else if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            upTo(mostOfForm, request, request, response, chain);
        } else {
            upTo(MOST, request, new Limited(request), response, chain);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static void upTo(
            long most,
            HttpServletRequest asked,
            HttpServletRequest passedOn,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (asked.getContentLengthLong() > most) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(passedOn, response);
        }
    }

    /** What goes wrong is told without looking at a body again that may be what went wrong. */
    private static final class Unread extends HttpServletRequestWrapper {

        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long read;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = body.read(into, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int more) throws TooLargeException {
            read += more;
            if (read > MOST) {
                throw new TooLargeException();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
