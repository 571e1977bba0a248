package org.haina.service.publications;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.service.publications.PublishedGrants.Shown;

/** Entries as a table (RFC 4180) that a spreadsheet opens as it is meant. */
final class GrantTable {

    /** Tells spreadsheets that the text is UTF-8. */
    private static final String MARK = "\ufeff";

    private static final List<String> COLUMNS = List.of(
            "决定书文号", "许可事项", "被许可人", "许可机关", "许可机关代码", "决定日期", "有效期至", "许可内容", "状态", "失效日期", "失效依据文号", "更正通知书文号");

    private GrantTable() {}

    static String of(List<Shown> rows) {
        return Stream.concat(Stream.of(COLUMNS), rows.stream().map(GrantTable::cells))
                .map(cells -> cells.stream().map(GrantTable::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", MARK, "\r\n"));
    }

    private static List<String> cells(Shown shown) {
        PublishedGrant grant = shown.grant();
        return List.of(
                grant.document(),
                grant.itemTitle(),
                grant.holder(),
                shown.organ(),
                grant.org(),
                grant.grantedOn().toString(),
                day(grant.validUntil()),
                grant.facts().stream()
                        .map(fact -> fact.label() + "：" + fact.value())
                        .collect(Collectors.joining("；")),
                shown.state().label(),
                day(grant.endedOn()),
                grant.endedBy().orElse(""),
                grant.correctedBy().orElse(""));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    /** What an applicant typed is text, never a formula: a leading sign of one is put behind an apostrophe. */
    private static String cell(String text) {
        String plain = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + plain.replace("\"", "\"\"") + "\"";
    }
}
