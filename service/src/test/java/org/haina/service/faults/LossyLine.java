package org.haina.service.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** A line to the service that carries every request and loses every answer at its first byte. */
final class LossyLine implements AutoCloseable {

    private final ServerSocket entry;
    private final int target;

    LossyLine(int target) throws IOException {
        this.target = target;
        this.entry = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + entry.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket near = entry.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                daemon(() -> carry(near, far));
                daemon(() -> lose(near, far));
            }
        } catch (IOException e) {
            // closed by the test
        }
    }

    private static void carry(Socket near, Socket far) {
        try (InputStream in = near.getInputStream();
                OutputStream out = far.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // the answer was lost
        }
    }

    private static void lose(Socket near, Socket far) {
        try (near;
                far) {
            far.getInputStream().read();
        } catch (IOException e) {
            // lost all the same
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "lossy-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entry.close();
    }
}
