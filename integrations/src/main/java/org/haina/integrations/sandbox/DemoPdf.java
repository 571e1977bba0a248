package org.haina.integrations.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A one-page PDF of text lines in a Chinese font of the reader; marked as demo data. */
final class DemoPdf {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private DemoPdf() {}

    static byte[] of(List<String> lines) {
        return new DemoPdf().write(lines);
    }

    private byte[] write(List<String> lines) {
        print("%PDF-1.7\n");
        object("<</Type/Catalog/Pages 2 0 R>>");
        object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 7 0 R/Resources<</Font<</F1 4 0 R>>>>>>");
        object("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[5 0 R]>>");
        object("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)"
                + "/Ordering(GB1)/Supplement 5>>/FontDescriptor 6 0 R/DW 1000>>");
        object("<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
                + "/Ascent 880/Descent -120/CapHeight 880/StemV 93>>");
        var text = content(lines);
        object("<</Length " + text.length() + ">>\nstream\n" + text + "\nendstream");
        return end();
    }

    private static String content(List<String> lines) {
        var text = new StringBuilder("BT /F1 14 Tf 60 770 Td 26 TL\n");
        lines.forEach(line -> text.append('<')
                .append(HexFormat.of().withUpperCase().formatHex(line.getBytes(UTF_16BE)))
                .append("> Tj T*\n"));
        return text.append("ET").toString();
    }

    private void object(String body) {
        offsets.add(out.size());
        print(offsets.size() + " 0 obj\n" + body + "\nendobj\n");
    }

    private byte[] end() {
        int start = out.size();
        print("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> print("%010d 00000 n \n".formatted(offset)));
        print("trailer\n<</Size " + (offsets.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n");
        return out.toByteArray();
    }

    private void print(String text) {
        out.writeBytes(text.getBytes(US_ASCII));
    }
}
