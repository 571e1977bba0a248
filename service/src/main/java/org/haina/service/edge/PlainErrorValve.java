package org.haina.service.edge;

import java.io.IOException;
import java.io.PrintWriter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What the container itself refuses, such as an address with forbidden characters: no filter and no page sees that. */
final class PlainErrorValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(PlainErrorValve.class);

    private static final String PAGE =
            """
            <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>%1$s</title></head>\
            <body><h1>%1$s</h1><p>%2$s</p><p><a href="/">返回首页</a></p></body></html>
            """;

    @Override
    protected void report(Request request, Response response, Throwable cause) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemKind kind = ProblemKind.of(org.springframework.http.HttpStatusCode.valueOf(response.getStatus()));
        try {
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "same-origin");
            response.setContentType("text/html;charset=utf-8");
            PrintWriter writer = response.getReporter();
            if (writer != null) {
                writer.write(PAGE.formatted(kind.title(), kind.advice()));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Nobody waits for the refusal any more", e);
        }
    }

    /** Answers before the container's own page, since it is added after that. */
    @Component
    static class Installation implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new PlainErrorValve()));
        }
    }
}
