package org.haina.integrations.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.haina.integrations.DemoPerson;
import org.haina.integrations.DemoPerson.ExamRecord;
import org.haina.integrations.examauthority.Examination;

/** The exam authority's register of results, by ID number, examination and year. */
final class ExamServices {

    private final People people;

    ExamServices(People people) {
        this.people = people;
    }

    GatewayDesk desk(Clock clock) {
        return new GatewayDesk("exam-authority", "教育考试院", clock, Map.of("kscj/cjcx", this::scores));
    }

    private ObjectNode scores(Call call) {
        var answer = Json.object().put("code", "0").put("message", "成功");
        var rows = answer.putObject("data").putArray("cjxx");
        people.find(call.text("zjhm")).ifPresent(person -> person.sat().stream()
                .filter(record -> asked(record, call))
                .forEach(record -> fill(rows.addObject().put("kslx", call.text("kslx")), person, record)));
        return answer;
    }

    private static boolean asked(ExamRecord record, Call call) {
        return record.year().equals(call.text("ksnd"))
                && Arrays.stream(Examination.values())
                        .filter(examination -> examination.code().equals(call.text("kslx")))
                        .anyMatch(examination -> examination.key().equals(record.exam()));
    }

    private static void fill(ObjectNode row, DemoPerson person, ExamRecord record) {
        row.put("zjhm", person.idNumber())
                .put("xm", Optional.ofNullable(record.registeredName()).orElse(person.name()))
                .put("ksnd", record.year())
                .put("zkzh", record.candidateNumber())
                .put("zf", record.total());
        var subjects = row.putArray("kmcj");
        record.subjects()
                .forEach(one -> subjects.addObject().put("km", one.subject()).put("cj", one.score()));
    }
}
