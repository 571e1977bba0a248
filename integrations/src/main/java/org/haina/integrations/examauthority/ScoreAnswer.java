package org.haina.integrations.examauthority;

import java.util.List;
import java.util.Optional;

/** What the exam authority says. */
public sealed interface ScoreAnswer {

    /** The result in one subject: points, a grade such as {@code A+}, or 合格 and 不合格. */
    record SubjectScore(String subject, String score) {}

    /**
     * The results as registered.
     *
     * @param candidate name under which the person sat the examination
     * @param candidateNumber 准考证号
     * @param subjects at least one, in the register's order
     * @param total empty where the examination has none
     */
    record ScoreRecord(
            Examination examination,
            int year,
            String candidate,
            String candidateNumber,
            List<SubjectScore> subjects,
            Optional<String> total) {

        public ScoreRecord {
            subjects = List.copyOf(subjects);
        }
    }

    /** Registered for this person under this name. */
    record Found(ScoreRecord results) implements ScoreAnswer {}

    /** Registered for this ID number under another name, perhaps a former one: a person looks. */
    record NameDiffers(ScoreRecord results) implements ScoreAnswer {}

    /** Not registered: another year or examination, older than the register, or never sat. */
    record NotFound() implements ScoreAnswer {}
}
