package org.haina.service.uploads;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.haina.service.uploads.UploadSettings.Scanner;

/** clamd over TCP by its INSTREAM command: chunks with their length in front, a zero length ends the stream. */
final class ClamdScanner implements org.haina.service.uploads.Scanner {

    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_ANSWER = 4096;

    private final Scanner settings;

    ClamdScanner(Scanner settings) {
        this.settings = settings;
    }

    @Override
    public Verdict scan(byte[] content) {
        String answer = ask(content);
        if (answer.endsWith("FOUND")) {
            return Verdict.INFECTED;
        }
        if (answer.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        throw new ScannerDownException("clamd answers neither OK nor FOUND", new IOException());
    }

    private String ask(byte[] content) {
        int millis = Math.toIntExact(settings.timeout().toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), millis);
            socket.setSoTimeout(millis);
            send(content, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK)));
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.US_ASCII)
                    .replace("\0", "")
                    .strip();
        } catch (IOException e) {
            throw new ScannerDownException("clamd gives no answer", e);
        }
    }

    private static void send(byte[] content, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int from = 0; from < content.length; from += CHUNK) {
            int length = Math.min(CHUNK, content.length - from);
            out.writeInt(length);
            out.write(content, from, length);
        }
        out.writeInt(0);
        out.flush();
    }
}
