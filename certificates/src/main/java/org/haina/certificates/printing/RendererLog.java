package org.haina.certificates.printing;

import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;

/** The renderer's warnings go to SLF4J; its chatter about each font and style sheet goes nowhere. */
final class RendererLog implements XRLogger {
    private final XRLogger warnings = new Slf4jLogger();

    private RendererLog() {}

    static void install() {
        XRLog.setLoggerImpl(new RendererLog());
    }

    @Override
    public void log(String where, Level level, String message) {
        if (isWarning(level)) {
            warnings.log(where, level, message);
        }
    }

    @Override
    public void log(String where, Level level, String message, Throwable cause) {
        if (isWarning(level)) {
            warnings.log(where, level, message, cause);
        }
    }

    @Override
    public void setLevel(String logger, Level level) {
        // Levels are set in SLF4J.
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return isWarning(diagnostic.getLevel());
    }

    private static boolean isWarning(Level level) {
        return level.intValue() >= Level.WARNING.intValue();
    }
}
