package org.haina.integrations.examauthority;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.channel.Channel;
import org.haina.integrations.channel.Fields;
import org.haina.integrations.channel.Gateway;
import org.haina.integrations.examauthority.ScoreAnswer.ScoreRecord;
import org.haina.integrations.examauthority.ScoreAnswer.SubjectScore;

/** The exam authority's register of results; only reads, so repeating is safe. */
public final class ExamAuthority {

    private static final Pattern SCORE = Pattern.compile("\\d{1,4}(\\.\\d)?|[A-E][+-]?|合格|不合格");

    private final Gateway gateway;

    public ExamAuthority(AuthoritySettings settings, Clock clock) {
        this.gateway = new Gateway("exam-authority", settings, clock);
    }

    /** Looks up a person's results in an examination of a year. */
    public ScoreAnswer scores(ScoreQuestion asked) {
        var answer = gateway.call("kscj/cjcx", asked.requestId(), question(asked));
        if (!answer.text("code").equals("0")) {
            throw answer.rejected(answer.text("code"));
        }
        return answer.object("data")
                .first("cjxx")
                .map(found -> read(found, asked))
                .orElseGet(ScoreAnswer.NotFound::new);
    }

    /** Whether calls are held back because too many failed. */
    public boolean unavailable() {
        return gateway.channel().open();
    }

    private static ScoreAnswer read(Fields found, ScoreQuestion asked) {
        found.about("zjhm", asked.idNumber())
                .about("kslx", asked.examination().code())
                .about("ksnd", Integer.toString(asked.year()));
        var results = new ScoreRecord(
                asked.examination(),
                asked.year(),
                found.text("xm"),
                found.text("zkzh"),
                subjects(found),
                score(found, "zf"));
        return results.candidate().equals(asked.name())
                ? new ScoreAnswer.Found(results)
                : new ScoreAnswer.NameDiffers(results);
    }

    private static List<SubjectScore> subjects(Fields found) {
        var subjects = found.list("kmcj").stream()
                .map(row -> new SubjectScore(row.text("km"), score(row, "cj").orElseThrow(() -> row.malformed("cj"))))
                .toList();
        if (subjects.isEmpty()) {
            throw found.malformed("kmcj");
        }
        return subjects;
    }

    private static Optional<String> score(Fields row, String field) {
        var score = row.find(field);
        if (score.filter(text -> !SCORE.matcher(text).matches()).isPresent()) {
            throw row.malformed(field);
        }
        return score;
    }

    private static ObjectNode question(ScoreQuestion asked) {
        return Channel.object()
                .put("kslx", asked.examination().code())
                .put("ksnd", Integer.toString(asked.year()))
                .put("xm", asked.name())
                .put("zjhm", asked.idNumber())
                .put("cxsy", asked.purpose());
    }
}
