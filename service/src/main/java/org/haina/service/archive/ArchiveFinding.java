package org.haina.service.archive;

import org.haina.service.keys.CaseNumber;

/**
 * Something wrong with a package.
 *
 * @param place path of the entry, or number of the entry of the log
 */
public record ArchiveFinding(CaseNumber number, int edition, Kind kind, String place) {

    /** What is wrong. */
    public enum Kind {
        /** The store does not give the package, or it is no archive of this format. */
        UNREADABLE("cannot be read", "无法读取"),
        /** The index is not the one that the log knows, or the log knows of none. */
        INDEX("is not what the log has", "与日志中登记的摘要不一致"),
        /** Entries and index hold, yet other bytes were added or moved. */
        PACKAGE("is not as a whole what the log has", "整体与日志中登记的摘要不一致"),
        /** The index belongs to another case or edition. */
        FOREIGN("belongs to another case", "不属于这个办件"),
        /** Listed and not there. */
        MISSING("is missing", "缺失"),
        /** There and not listed. */
        ADDITIONAL("is not listed", "未列入目录"),
        /** Its size or a digest is not that of the index. */
        CHANGED("is changed", "内容被改动"),
        /** An entry of the log does not give the hash that it bears, or not the hash that the log has. */
        LOG("is not the entry that was sealed", "与已封存的日志不一致");

        private final String words;
        private final String label;

        Kind(String words, String label) {
            this.words = words;
            this.label = label;
        }

        /** Chinese words, behind the place. */
        public String label() {
            return label;
        }
    }

    public String message() {
        return "%s, edition %d: %s %s".formatted(number, edition, place, kind.words);
    }
}
