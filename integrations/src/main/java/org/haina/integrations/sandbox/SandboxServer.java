package org.haina.integrations.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * All authorities on one loopback port; base URL of each is {@code http://127.0.0.1:PORT/REGISTER}. The page at
 * {@code /} shows and steers them; {@code POST /control/REGISTER?mode=fail&times=2&delay=500} does so by program,
 * {@code POST /control/reset} forgets everything, {@code POST /control/persons} adds a person, {@code GET
 * /control/REGISTER} lists modes, calls and effects.
 */
public final class SandboxServer implements AutoCloseable {

    /** The usual port. */
    public static final int PORT = 8190;

    private final HttpServer server;
    private final ExecutorService workers;

    private SandboxServer(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /**
     * Starts the sandbox.
     *
     * @param port 0 for any free one
     * @param directory where its state is kept
     * @throws IOException if the port is taken
     */
    public static SandboxServer start(int port, Path directory, Clock clock) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        var workers = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "sandbox");
            thread.setDaemon(true);
            return thread;
        });
        var ledger = new Ledger(directory);
        var people = new People(ledger);
        var desks = desks(people, ledger, directory, clock);
        var switchboard = new Switchboard();
        desks.forEach(desk -> server.createContext("/" + desk.authority() + "/", new Counter(desk, switchboard)));
        server.createContext("/", new ControlRoom(desks, switchboard, ledger, people));
        server.setExecutor(workers);
        server.start();
        return new SandboxServer(server, workers);
    }

    private static List<Desk> desks(People people, Ledger ledger, Path directory, Clock clock) {
        var services = new GatewayServices(people);
        var organisations = new OrganisationServices(people);
        return List.of(
                new CitizenCloudDesk(people, ledger),
                services.publicSecurity(clock),
                services.diploma(clock),
                new TeacherServices(people, ledger).desk(clock),
                services.hospital(clock),
                organisations.businessRegistry(clock),
                organisations.civilAffairs(clock),
                new CreditServices(people).desk(clock),
                new ExamServices(people).desk(clock),
                new LicenceDesk(new LicenceShelf(people, ledger, directory), ledger, clock));
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Address of the overview and, with the register's key behind it, of every authority. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Stops at once; what was answered is kept. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
