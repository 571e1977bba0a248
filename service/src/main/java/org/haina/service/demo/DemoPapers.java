package org.haina.service.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.haina.integrations.registers.Authorities;
import org.haina.integrations.registers.RegisterRequest;
import org.haina.integrations.registers.Registers;
import org.haina.service.access.Caller;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.files.FileOwner;
import org.haina.service.files.Files;
import org.haina.service.files.UploadOutcome;
import org.haina.service.uploads.FileRules;

/** Draws papers nobody could take for real ones, and uploads them as the applicant would. */
@DemoOnly
class DemoPapers {

    private static final Color[] COATS = {
        new Color(38, 70, 83), new Color(42, 125, 112), new Color(122, 62, 92), new Color(70, 70, 120)
    };

    /** Materials that come from the store where it has them, by type of licence. */
    private static final Map<String, String> FROM_STORE =
            Map.of("identity-card", "identity", "mandarin-certificate", "mandarin");

    private final Files files;
    private final Registers registers;

    DemoPapers(Files files, Authorities authorities) {
        this.files = files;
        this.registers = authorities.registers();
    }

    /** Everything the form of this applicant asks for. */
    List<SuppliedMaterial> all(DemoApplicant applicant, Caller.Citizen citizen) {
        List<SuppliedMaterial> papers = new ArrayList<>();
        papers.add(photo(applicant, citizen));
        papers.add(paper("diploma", "DIPLOMA", citizen));
        papers.add(
                applicant.form().path("route").asText().equals("exam")
                        ? paper("exam-certificate", "EXAMINATION CERTIFICATE", citizen)
                        : paper("ability-certificate", "TEACHING ABILITY CERTIFICATE", citizen));
        if (applicant.fromHongKong()) {
            papers.add(paper("no-crime", "CERTIFICATE OF NO CRIMINAL RECORD", citizen));
        }
        papers.addAll(licences(applicant));
        addIfLacking(papers, "identity", "IDENTITY DOCUMENT", citizen);
        addIfLacking(papers, "mandarin", "MANDARIN CERTIFICATE", citizen);
        return papers;
    }

    private void addIfLacking(List<SuppliedMaterial> papers, String key, String title, Caller.Citizen citizen) {
        if (papers.stream().noneMatch(piece -> piece.key().equals(key))) {
            papers.add(paper(key, title, citizen));
        }
    }

    private List<SuppliedMaterial> licences(DemoApplicant applicant) {
        ObjectNode holder = JsonNodeFactory.instance
                .objectNode()
                .put("name", applicant.name())
                .put("idNumber", applicant.idNumber());
        RegisterRequest request = new RegisterRequest(
                "licence-store", "licences", holder, UUID.randomUUID().toString(), "演示办件带出电子证照");
        List<SuppliedMaterial> found = new ArrayList<>();
        registers.ask(request).fields().path("licences").forEach(licence -> Optional.ofNullable(
                        FROM_STORE.get(licence.path("type").asText()))
                .ifPresent(material -> found.add(new SuppliedMaterial(
                        material,
                        SuppliedMaterial.Source.LICENCE,
                        licence.path("licence").asText()))));
        return found;
    }

    SuppliedMaterial photo(DemoApplicant applicant, Caller.Citizen citizen) {
        return upload("photo", "photo.jpg", portrait(applicant.idNumber().hashCode()), citizen);
    }

    SuppliedMaterial paper(String key, String title, Caller.Citizen citizen) {
        return upload(key, key + ".pdf", page(title), citizen);
    }

    private SuppliedMaterial upload(String key, String name, byte[] content, Caller.Citizen citizen) {
        try {
            UploadOutcome outcome = files.accept(
                    name, new ByteArrayInputStream(content), FileRules.WIDEST, FileOwner.of(citizen), "material");
            if (outcome instanceof UploadOutcome.Kept kept) {
                return new SuppliedMaterial(
                        key, SuppliedMaterial.Source.UPLOAD, kept.file().id().toString());
            }
            throw new IllegalStateException("A demo paper was refused: " + outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Head and shoulders in front of white; 413 by 579 pixels, two inches at 300 dpi. */
    private static byte[] portrait(int seed) {
        BufferedImage image = new BufferedImage(413, 579, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, 413, 579);
        canvas.setColor(COATS[Math.floorMod(seed, COATS.length)]);
        canvas.fillOval(56, 390, 300, 380);
        canvas.setColor(new Color(233, 200, 170));
        canvas.fillOval(126, 130, 160, 220);
        canvas.setColor(new Color(50, 40, 40));
        canvas.fillArc(118, 110, 176, 190, 0, 180);
        canvas.setStroke(new BasicStroke(4));
        canvas.drawArc(176, 285, 60, 30, 200, 140);
        canvas.fillOval(164, 225, 14, 14);
        canvas.fillOval(234, 225, 14, 14);
        canvas.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] page(String title) {
        try (PDDocument document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD), 20);
                text.newLineAtOffset(72, 700);
                text.showText(title);
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                text.newLineAtOffset(0, -36);
                text.showText("Demonstration only, not valid. All persons are fictitious.");
                text.endText();
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
