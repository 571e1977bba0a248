package org.haina.service.script;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;

/** What the script starts in the tests instead of the real parts: listens where it is told and says 200 to everything. */
final class StubPart {

    private StubPart() {}

    /** Told as the parts are: the login server and the sandboxes by an argument, the service by its environment. */
    public static void main(String[] arguments) throws IOException {
        if ("true".equals(System.getenv("HAINA_DOCTOR_RUN"))) {
            System.out.println("processes/a/b/item.yaml, element, reason");
            System.exit(Integer.parseInt(System.getenv("STUB_EXIT")));
        }
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port(arguments)), 16);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private static int port(String... arguments) {
        List<String> words = Arrays.asList(arguments);
        int flag = words.indexOf("--port");
        return Integer.parseInt(words.stream()
                .filter(word -> word.startsWith("--http-port="))
                .map(word -> word.substring(word.indexOf('=') + 1))
                .findFirst()
                .orElse(flag < 0 ? System.getenv("HAINA_PORT") : words.get(flag + 1)));
    }
}
