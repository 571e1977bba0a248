package org.haina.service.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Proves that the store still holds what was kept: a changed byte, a missing or exchanged file is found and marked. */
@Service
public class FileIntegrity {

    private static final Logger LOG = LoggerFactory.getLogger(FileIntegrity.class);
    private static final int PAGE = 200;

    /** @param damaged changed or missing in the store */
    public record Report(long checked, List<FileId> damaged) {}

    private final FileRows rows;
    private final SealedContents contents;

    FileIntegrity(FileRows rows, SealedContents contents) {
        this.rows = rows;
        this.contents = contents;
    }

    /** Checks every file there is; for the doctor. */
    public Report verify() {
        List<FileId> damaged = new ArrayList<>();
        long checked = 0;
        UUID last = new UUID(0, 0);
        for (List<FileRows.Content> page = rows.after(last, PAGE); !page.isEmpty(); page = rows.after(last, PAGE)) {
            damaged.addAll(check(page));
            checked += page.size();
            last = page.get(page.size() - 1).id().value();
        }
        return new Report(checked, List.copyOf(damaged));
    }

    /** Checks a batch of those not checked for the longest time; false if none is due. */
    boolean verifyDue(Duration age) {
        List<FileRows.Content> due = rows.dueForCheck(age, PAGE);
        check(due);
        return !due.isEmpty();
    }

    private List<FileId> check(List<FileRows.Content> page) {
        List<FileId> damaged = new ArrayList<>();
        for (FileRows.Content content : page) {
            boolean sound = contents.open(content.hash(), content.suite()).isPresent();
            rows.checked(content.id(), sound);
            if (!sound) {
                LOG.error("File {} is damaged", content.id());
                damaged.add(content.id());
            }
        }
        return damaged;
    }
}
