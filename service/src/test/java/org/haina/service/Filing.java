package org.haina.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Submission;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.cases.Channel;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.files.FileOwner;
import org.haina.service.files.Files;
import org.haina.service.files.UploadOutcome;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.uploads.FileRules;
import org.haina.service.uploads.HostileFiles;

/** Files applications of test persons the real way, with files that were really uploaded. */
public final class Filing {

    private static final byte[] PICTURE = picture();

    private final Parties parties;
    private final Files files;
    private final Submissions submissions;
    private final Map<PartyId, List<SuppliedMaterial>> uploaded = new ConcurrentHashMap<>();

    Filing(Parties parties, Files files, Submissions submissions) {
        this.parties = parties;
        this.files = files;
        this.submissions = submissions;
    }

    /** The person as a party proved by the citizen cloud. */
    public PartyId party(TestPerson person) {
        return parties.recordCitizen("111", person.idNumber(), person.name());
    }

    public Caller.Citizen citizen(TestPerson person) {
        return SignedIn.citizen(party(person));
    }

    /** All papers the person can bring; uploaded once, the same pieces each time. */
    public List<SuppliedMaterial> materials(TestPerson person) {
        return uploaded.computeIfAbsent(
                party(person), party -> Stream.of("photo", "exam-certificate", "diploma", "identity", "mandarin")
                        .map(key -> new SuppliedMaterial(key, SuppliedMaterial.Source.UPLOAD, upload(person, key)))
                        .toList());
    }

    /** As {@link #materials}, one of them from the licence store and not uploaded. */
    public List<SuppliedMaterial> materials(TestPerson person, String key, String licence) {
        return materials(person).stream()
                .map(piece -> piece.key().equals(key)
                        ? new SuppliedMaterial(key, SuppliedMaterial.Source.LICENCE, licence)
                        : piece)
                .toList();
    }

    /** Uploads a picture as this person; gives the file's id. */
    public String upload(TestPerson person, String name) {
        return upload(citizen(person), name);
    }

    /** As {@link #upload(TestPerson, String)}, for somebody who is no test person. */
    public String upload(Caller sender, String name) {
        return upload(sender, name + ".jpg", PICTURE);
    }

    /** Uploads a PDF; gives the file's id. */
    public String uploadPdf(Caller sender, String name) {
        return upload(sender, name + ".pdf", HostileFiles.pdf());
    }

    private String upload(Caller sender, String file, byte[] content) {
        try {
            UploadOutcome outcome = files.accept(
                    file, new ByteArrayInputStream(content), FileRules.WIDEST, FileOwner.of(sender), "material");
            assertThat(outcome).isInstanceOf(UploadOutcome.Kept.class);
            return ((UploadOutcome.Kept) outcome).file().id().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a person who fills in everything hands in. */
    public Submission submission(TestPerson person, String key) {
        return submission(person, key, materials(person));
    }

    /** As {@link #submission(TestPerson, String)}, with other papers. */
    public Submission submission(TestPerson person, String key, List<SuppliedMaterial> materials) {
        return submission(person, key, "teacher-qualification", person.application(), materials);
    }

    /** What a person hands in for any item. */
    public Submission submission(
            TestPerson person, String key, String item, ObjectNode form, List<SuppliedMaterial> materials) {
        return new Submission(
                citizen(person), new ItemKey(item), party(person), Optional.empty(), Channel.WEB, key, form, materials);
    }

    /** A received case of this person for any item. */
    public CaseNumber filed(TestPerson person, String item, ObjectNode form, List<SuppliedMaterial> materials) {
        return filed(submission(person, UUID.randomUUID().toString(), item, form, materials));
    }

    /** A received case of this person. */
    public CaseNumber filed(TestPerson person) {
        return filed(submission(person, UUID.randomUUID().toString()));
    }

    /** A received case of an item that wants no papers. */
    public CaseNumber filed(TestPerson person, String item, ObjectNode data) {
        return filed(person, item, data, List.of());
    }

    private CaseNumber filed(Submission submission) {
        SubmissionOutcome outcome = submissions.submit(submission);
        assertThat(outcome).isInstanceOf(SubmissionOutcome.Accepted.class);
        return ((SubmissionOutcome.Accepted) outcome).number();
    }

    private static byte[] picture() {
        BufferedImage image = new BufferedImage(480, 640, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(100, 197, 255));
        graphics.fillRect(0, 0, 480, 640);
        graphics.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @org.springframework.boot.test.context.TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @org.springframework.context.annotation.Bean
        Filing filing(Parties parties, Files files, Submissions submissions) {
            return new Filing(parties, files, submissions);
        }
    }
}
