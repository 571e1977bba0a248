package org.haina.service.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.service.access.Caller;
import org.haina.service.access.CurrentCaller;
import org.haina.service.keys.CorrelationId;
import org.haina.service.parties.Parties;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives each page its frame. */
@ControllerAdvice(annotations = Controller.class)
class PageFrames {

    private final CurrentCaller current;
    private final Parties parties;
    private final PagesSettings settings;
    private final boolean demo;

    PageFrames(CurrentCaller current, Parties parties, PagesSettings settings, Environment environment) {
        this.current = current;
        this.parties = parties;
        this.settings = settings;
        this.demo = environment.getProperty("haina.demo", Boolean.class, false);
    }

    @ModelAttribute("frame")
    PageFrame frame(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = current.get();
        return new PageFrame(
                caller,
                () -> name(caller),
                path(request),
                elder(request),
                demo,
                settings.name(),
                settings.helpPhone(),
                settings.advice(),
                settings.complaint(),
                () -> response.getStatus() < HttpStatus.BAD_REQUEST.value()
                        ? null
                        : CorrelationId.current().value());
    }

    private String name(Caller caller) {
        if (caller instanceof Caller.Citizen citizen) {
            return parties.maskedName(citizen.party());
        }
        return caller instanceof Caller.Official official ? official.displayName() : "";
    }

    private static String path(HttpServletRequest request) {
        Optional<String> asked = asked(request);
        String path = asked.orElseGet(request::getRequestURI);
        if ("GET".equals(request.getMethod())) {
            return Optional.ofNullable(request.getQueryString())
                    .map(query -> path + "?" + query)
                    .orElse(path);
        }
        return asked.isPresent() ? "/" : path;
    }

    /** What was asked for, if this page stands in its place: an error, or a login that has ended. */
    private static Optional<String> asked(HttpServletRequest request) {
        return Stream.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
                .map(request::getAttribute)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst();
    }

    private static boolean elder(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies())
                .map(Arrays::stream)
                .orElseGet(Stream::empty)
                .anyMatch(cookie ->
                        PreferencesController.ELDER.equals(cookie.getName()) && "1".equals(cookie.getValue()));
    }
}
