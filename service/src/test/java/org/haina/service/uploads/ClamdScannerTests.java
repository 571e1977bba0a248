package org.haina.service.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.haina.service.uploads.Scanner.ScannerDownException;
import org.haina.service.uploads.Scanner.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that speaks clamd's INSTREAM and knows one signature, EICAR. */
class ClamdScannerTests {

    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private ServerSocket server;
    private Thread thread;
    private volatile boolean mute;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        thread = new Thread(this::serve, "clamd");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        server.close();
        // A thread still inside accept keeps the port listening past close, and would answer one call more.
        thread.join();
    }

    @Test
    void a_clean_file_of_several_chunks_is_clean() {
        assertThat(scanner().scan(new byte[200_000])).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void the_test_virus_is_found() {
        assertThat(scanner().scan(EICAR.getBytes(StandardCharsets.US_ASCII))).isEqualTo(Verdict.INFECTED);
    }

    @Test
    void a_scanner_that_is_not_there_gives_no_verdict() throws IOException, InterruptedException {
        stop();

        assertThatThrownBy(() -> scanner().scan(new byte[10])).isInstanceOf(ScannerDownException.class);
    }

    @Test
    void a_scanner_that_hangs_up_without_a_word_gives_no_verdict() {
        mute = true;

        assertThatThrownBy(() -> scanner().scan(new byte[10])).isInstanceOf(ScannerDownException.class);
    }

    private ClamdScanner scanner() {
        return new ClamdScanner(new UploadSettings.Scanner("127.0.0.1", server.getLocalPort(), Duration.ofSeconds(5)));
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                String received = stream(new DataInputStream(socket.getInputStream()));
                if (!mute) {
                    String answer = received.contains(EICAR) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                // the scanner gave up or the test is over
            }
        }
    }

    private static String stream(DataInputStream in) throws IOException {
        assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            all.write(in.readNBytes(length));
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}
