package org.haina.integrations.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;

/** Runs the sandbox alone: {@code --port 8190 --dir PATH}. Ends with the process; exit code 1 if the port is taken. */
public final class SandboxMain {

    private SandboxMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Without it the JDK's server waits 40 ms before the second packet of every answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int port = Integer.parseInt(argument(arguments, "--port", Integer.toString(SandboxServer.PORT)));
        var directory = Path.of(argument(arguments, "--dir", ".haina/sandbox"));
        try (var server = SandboxServer.start(port, directory, Clock.system(ZoneId.of("Asia/Shanghai")))) {
            System.out.println("Sandbox authorities at " + server.uri());
            new CountDownLatch(1).await();
        } catch (IOException e) {
            System.err.println("Sandbox cannot listen on port " + port + ": " + e.getMessage());
            System.exit(1);
        }
    }

    private static String argument(String[] arguments, String name, String otherwise) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return arguments[i + 1];
            }
        }
        return otherwise;
    }
}
