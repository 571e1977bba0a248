package org.haina.certificates.printing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jsoup.nodes.Entities;

/**
 * Title, language and date in the two places PDF/A-2b compares (ISO 19005-2, 6.6.2.3 and 6.6.3). The renderer writes the
 * present time of the machine; this replaces it by the time the caller states, so that the same input gives the same file.
 */
record ArchiveMetadata(String title, String language, Instant printedAt) {
    private static final String PRODUCER = "Haina";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String PACKET =
            """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>%1$s</pdf:Producer></rdf:Description>
            <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>%2$s</xmp:CreateDate></rdf:Description>
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%3$s</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>%4$s</rdf:li></rdf:Bag></dc:language></rdf:Description>
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """;

    void writeTo(PDDocument document) throws IOException {
        ZonedDateTime time = printedAt.atZone(ZONE).withNano(0);
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer(PRODUCER);
        information.setCreationDate(GregorianCalendar.from(time));
        document.setDocumentInformation(information);
        String packet = PACKET.formatted(
                PRODUCER,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time),
                Entities.escape(title),
                Entities.escape(language));
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(packet.getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().setLanguage(language);
    }
}
