package org.haina.service.cases;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Keeps {@code docs/life-cycle.md} the picture of {@link CaseMove}; {@code -Dhaina.docs.write=true} writes it anew. */
class LifeCyclePageTests {

    private static final Path PAGE = Path.of("..", "docs", "life-cycle.md");

    /** What the closing of a process means for the case. */
    private static final Map<String, CaseStatus> ENDINGS = Map.ofEntries(
            Map.entry("granted", CaseStatus.GRANTED),
            Map.entry("deemedRenewed", CaseStatus.GRANTED),
            Map.entry("refused", CaseStatus.REFUSED),
            Map.entry("filed", CaseStatus.FILED),
            Map.entry("notFiled", CaseStatus.NOT_FILED),
            Map.entry("answered", CaseStatus.ANSWERED),
            Map.entry("passedOn", CaseStatus.PASSED_ON),
            Map.entry("notAccepted", CaseStatus.NOT_ACCEPTED),
            Map.entry("notRequired", CaseStatus.NOT_REQUIRED),
            Map.entry("correctionTimedOut", CaseStatus.CORRECTION_EXPIRED),
            Map.entry("withdrawn", CaseStatus.WITHDRAWN));

    /** Ends that may come at any time and that no model of an item draws. */
    private static final Set<CaseStatus> BESIDE_THE_PROCESS = EnumSet.of(
            CaseStatus.TRANSFERRED,
            CaseStatus.VOIDED,
            CaseStatus.GRANT_WITHDRAWN,
            CaseStatus.ANNULLED,
            CaseStatus.REVOKED,
            CaseStatus.CANCELLED,
            CaseStatus.DEFERRAL_EXPIRED);

    /** Acts of their own, after the case is closed. */
    static final Set<CaseMove> TERMINATIONS =
            EnumSet.of(CaseMove.WITHDRAW_GRANT, CaseMove.ANNUL, CaseMove.REVOKE, CaseMove.CANCEL);

    @Test
    void the_page_shows_the_graph_as_it_is() throws IOException {
        if (Boolean.getBoolean("haina.docs.write")) {
            Files.writeString(PAGE, page());
        }

        assertThat(PAGE).content(StandardCharsets.UTF_8).isEqualTo(page());
    }

    @Test
    void every_status_can_be_reached() {
        Set<CaseStatus> reached = EnumSet.of(CaseStatus.RECEIVED);
        while (reached.addAll(EnumSet.copyOf(reached).stream()
                .flatMap(
                        from -> moves().filter(move -> move.isAllowedFrom(from)).map(move -> move.to(from)))
                .toList())) {
            // until nothing new is found
        }

        assertThat(reached).containsExactlyInAnyOrder(CaseStatus.values());
    }

    @Test
    void from_a_terminal_status_nothing_but_an_act_that_ends_a_grant_leads_on() {
        assertThat(CaseStatus.values())
                .allSatisfy(status -> assertThat(moves().filter(move -> !TERMINATIONS.contains(move))
                                .noneMatch(move -> move.isAllowedFrom(status) && move.to(status) != status))
                        .as(status.name())
                        .isEqualTo(status.isTerminal()));
    }

    @Test
    void every_end_of_every_item_is_a_terminal_status_and_every_terminal_status_an_end() {
        Set<String> endings = models().flatMap(model -> model.getElementsByTag("camunda:inputParameter").stream())
                .filter(input -> input.attr("name").equals("ending"))
                .map(input -> input.text().strip())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(endings).containsExactlyInAnyOrderElementsOf(ENDINGS.keySet());
        assertThat(ENDINGS.values()).allMatch(CaseStatus::isTerminal);
        assertThat(Set.copyOf(ENDINGS.values()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CaseStatus.values())
                        .filter(CaseStatus::isTerminal)
                        .filter(status -> !BESIDE_THE_PROCESS.contains(status))
                        .toList());
    }

    @Test
    void every_end_event_of_every_item_closes_the_case() {
        assertThat(models().toList()).isNotEmpty().allSatisfy(model -> model.getElementsByTag("bpmn:endEvent")
                .forEach(end -> assertThat(stepBefore(model, end)).as(end.id()).isEqualTo("${closeCase}")));
    }

    private static String stepBefore(Element model, Element end) {
        String source = model.getElementsByTag("bpmn:sequenceFlow").stream()
                .filter(flow -> flow.attr("targetRef").equals(end.id()))
                .map(flow -> flow.attr("sourceRef"))
                .collect(joining());
        return model.getElementsByTag("bpmn:serviceTask").stream()
                .filter(task -> task.id().equals(source))
                .map(task -> task.attr("camunda:delegateExpression"))
                .collect(joining());
    }

    /** Models of items; phases hand back an outcome and end nothing. */
    private static Stream<Element> models() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:haina/processes/*/*/*.bpmn"))
                    .map(LifeCyclePageTests::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Element parse(Resource model) {
        try {
            return Jsoup.parse(model.getContentAsString(StandardCharsets.UTF_8), Parser.xmlParser());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<CaseMove> moves() {
        return Arrays.stream(CaseMove.values());
    }

    private static String page() {
        return """
                # Life cycle of a case

                Written from `CaseMove` and `CaseStatus` by `LifeCyclePageTests`; a test fails when it differs from them. Every change of
                state passes through `Cases.move`, which refuses what is not drawn here.

                ```mermaid
                stateDiagram-v2
                    [*] --> RECEIVED
                %s
                %s
                ```

                ## States
                *Exchange*: status of the national construction-approval exchange, used between governments for any case. *Result*: 办结结果代码.
                Both are the default mapping; a target system may ask for another. The item's result words replace 准予 and 不予 for people.

                | status | for people | ends | exchange | result |
                |---|---|---|---|---|
                %s

                In the exchange, correction is two events: 6 补正（开始） with `ASK_CORRECTION`, 7 补正（结束） with `ANSWER_CORRECTION`;
                so is a special procedure: 9 特别程序（开始） with `BEGIN_SPECIAL_PROCEDURE`, 10 特别程序（结束） with `END_SPECIAL_PROCEDURE`.
                特别程序种类 of GB/T 39046-2020: 1 延长审批 is `EXTEND`, 2 is `BEGIN_SPECIAL_PROCEDURE`.

                ## Moves
                *Action*: 业务动作 of GB/T 39046-2020. *Clock*: the moment that the case's clocks observe.
                Each move emits `CaseMoved` with its name, both states, time and actor. `EXTEND` is given once and, like
                `BEGIN_SPECIAL_PROCEDURE`, only with its document. *stays*: the status does not change.

                | move | from | to | by | clock | action | time line |
                |---|---|---|---|---|---|---|
                %s

                ## Ends of a process
                | `ending` of `closeCase` | status |
                |---|---|
                %s
                """
                .formatted(
                        moves().filter(move -> !stays(move))
                                .map(LifeCyclePageTests::arrows)
                                .collect(joining("\n")),
                        statuses()
                                .filter(CaseStatus::isTerminal)
                                .map(status -> "    " + status + " --> [*]")
                                .collect(joining("\n")),
                        statuses().map(LifeCyclePageTests::row).collect(joining("\n")),
                        moves().map(LifeCyclePageTests::row).collect(joining("\n")),
                        ENDINGS.entrySet().stream()
                                .map(end -> "| `%s` | `%s` |".formatted(end.getKey(), end.getValue()))
                                .sorted()
                                .collect(joining("\n")));
    }

    private static boolean stays(CaseMove move) {
        return move.from().stream().allMatch(from -> move.to(from) == from);
    }

    private static String target(CaseMove move) {
        return stays(move) ? "stays" : "`" + move.to(move.from().iterator().next()) + "`";
    }

    private static Stream<CaseStatus> statuses() {
        return Arrays.stream(CaseStatus.values());
    }

    private static String arrows(CaseMove move) {
        return move.from().stream()
                .sorted()
                .map(from -> "    %s --> %s: %s".formatted(from, move.to(from), move))
                .collect(joining("\n"));
    }

    private static String row(CaseStatus status) {
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        status, status.label(), status.isTerminal() ? "yes" : "", exchangeCode(status), result(status));
    }

    private static String row(CaseMove move) {
        return "| `%s` | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        move,
                        move.from().stream()
                                .sorted()
                                .map(from -> "`" + from + "`")
                                .collect(joining(" ")),
                        target(move),
                        move.who().stream()
                                .sorted()
                                .map(Enum::name)
                                .collect(joining(", "))
                                .toLowerCase(),
                        move.moment().map(moment -> "`" + moment + "`").orElse(""),
                        action(move),
                        move.label());
    }

    private static String exchangeCode(CaseStatus status) {
        return switch (status) {
            case RECEIVED, TRANSFERRING -> "1 已接件";
            case AWAITING_CORRECTION -> "6 补正（开始）";
            case ACCEPTED -> "3 窗口受理";
            case SPECIAL_PROCEDURE -> "9 特别程序（开始）";
            case REVIEWING, DECIDING, ISSUING, REFUSING -> "8 部门开始办理";
            case GRANTED, FILED, ANSWERED -> "11 办结（通过）";
            case REFUSED, NOT_FILED -> "13 办结（不通过）";
            case NOT_ACCEPTED -> "5 不予受理";
            case NOT_REQUIRED -> "4 不受理";
            case CORRECTION_EXPIRED, DEFERRAL_EXPIRED, TRANSFERRED, VOIDED, PASSED_ON, REVOKED, CANCELLED ->
                "none: by result";
            case WITHDRAWN -> "2 已撤件";
            case GRANT_WITHDRAWN -> "14 撤回";
            case ANNULLED -> "15 撤销";
        };
    }

    static String result(CaseStatus status) {
        return switch (status) {
            case GRANTED, GRANT_WITHDRAWN, ANNULLED, REVOKED, CANCELLED -> "0 出证办结";
            case REFUSED, NOT_FILED -> "1 退回办结";
            case CORRECTION_EXPIRED, DEFERRAL_EXPIRED -> "5 补正不来办结";
            case TRANSFERRED, PASSED_ON -> "4 转报办结";
            case VOIDED -> "2 作废办结";
            case WITHDRAWN, NOT_ACCEPTED, NOT_REQUIRED, FILED, ANSWERED -> "6 办结";
            default -> "";
        };
    }

    private static String action(CaseMove move) {
        return switch (move) {
            case ACCEPT,
                    ACCEPT_INSTANTLY,
                    DEEM_ACCEPTED,
                    PROPOSE,
                    GRANT,
                    GRANT_INSTANTLY,
                    DEEM_RENEWED,
                    DELIVER_GRANT,
                    FILE -> "通过";
            case ASK_CORRECTION, REFUSE_ACCEPTANCE, FIND_NOT_REQUIRED, REFUSE, RETURN_HAND_OVER, NOT_FILE -> "退回";
            default -> "其他";
        };
    }
}
