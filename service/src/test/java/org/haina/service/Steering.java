package org.haina.service;

import java.net.http.HttpRequest.BodyPublishers;
import org.haina.integrations.sandbox.SandboxServer;

/** One authority of a sandbox as a test needs it; well again at the end. */
public final class Steering implements AutoCloseable {

    private final SandboxServer sandbox;
    private final String authority;

    private Steering(SandboxServer sandbox, String authority) {
        this.sandbox = sandbox;
        this.authority = authority;
    }

    public static Steering of(SandboxServer sandbox, String authority) {
        return new Steering(sandbox, authority);
    }

    /** From now on, as the sandbox names its modes. */
    public Steering to(String mode) {
        SandboxAuthorities.send(sandbox, authority + "?mode=" + mode, request -> request.POST(BodyPublishers.noBody()));
        return this;
    }

    @Override
    public void close() {
        to("ok");
    }
}
