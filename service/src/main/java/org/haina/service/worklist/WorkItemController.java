package org.haina.service.worklist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.edge.Problem;
import org.haina.service.keys.ItemKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open work for programs. */
@RestController
@RequestMapping("/api/v1/work-items")
@MayCall({Who.CLERK, Who.REVIEWER, Who.DECIDER, Who.SUPERVISOR})
class WorkItemController {

    private final WorkItems items;
    private final WorkingDays days;
    private final Clock clock;

    WorkItemController(WorkItems items, WorkingDays days, Clock clock) {
        this.items = items;
        this.days = days;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Open work of the caller's district and roles, due first; paged by key")
    Listing list(
            Caller.Official official,
            @RequestParam(defaultValue = "ALL") WorkItemFilter.Tab tab,
            @RequestParam Optional<String> item,
            @RequestParam Optional<String> number,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        WorkItemFilter filter = new WorkItemFilter(
                tab,
                Optional.empty(),
                item.map(WorkItemController::key),
                number,
                after.map(WorkItemController::position),
                limit);
        WorkItemPage page = items.page(official, filter);
        return new Listing(
                page.items().stream().map(this::shown).toList(),
                page.next().map(Object::toString).orElse(null),
                items.count(official, filter));
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Take a work item; ETag is its version")
    ResponseEntity<Shown> claim(@PathVariable String id, Caller.Official official) {
        return tagged(items.claim(id, official));
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Give a work item back")
    ResponseEntity<Shown> release(@PathVariable String id, Caller.Official official) {
        return tagged(items.release(id, official));
    }

    @PostMapping("/{id}/complete")
    @Operation(summary = "Complete a work item with one of its outcomes")
    @ApiResponse(responseCode = "204", description = "Done")
    ResponseEntity<Void> complete(
            @PathVariable String id,
            @Parameter(required = true) @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            @Valid @RequestBody Completion completion,
            Caller.Official official) {
        try {
            items.complete(completion.command(items.get(id, official), official), version(version));
        } catch (TaskRefusedException refused) {
            Map<String, String> errors = new LinkedHashMap<>();
            refused.byField()
                    .forEach((field, message) -> errors.put(field.startsWith("/") ? field : "/" + field, message));
            throw Problem.invalid("填写的内容需要修改。", errors);
        }
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Shown> tagged(WorkItem item) {
        return ResponseEntity.ok().eTag("\"" + item.version() + "\"").body(shown(item));
    }

    /** A year's calendar is published before the year begins: only days to come can be provisional. */
    private Shown shown(WorkItem item) {
        LocalDate opened = LocalDate.ofInstant(item.openedAt(), clock.getZone());
        return new Shown(
                item,
                item.due().map(due -> days.touchesProvisional(opened, due)).orElse(null));
    }

    private static int version(String tag) {
        try {
            return Integer.parseInt(tag.replace("\"", ""));
        } catch (NumberFormatException e) {
            throw new Problem(
                    HttpStatus.PRECONDITION_REQUIRED, "version-missing", "缺少版本号", "请求应带 If-Match，值为领取任务时得到的版本号（ETag）。");
        }
    }

    private static ItemKey key(String text) {
        return ItemKey.find(text).orElseThrow(() -> Problem.notFound("没有这个事项。"));
    }

    private static WorkItemFilter.Position position(String text) {
        return WorkItemFilter.Position.parse(text).orElseThrow(() -> Problem.notFound("列表中没有这个位置。"));
    }

    private record Listing(List<Shown> items, @Nullable String next, int count) {}

    private record Shown(
            @JsonUnwrapped WorkItem item,
            @Schema(description = "True if the due day is counted in a year without its official calendar") @Nullable
                    Boolean dueProvisional) {}

    private record Completion(
            @NotNull @Size(max = 30) String outcome,
            @Size(max = 20) @Nullable List<@NotNull @Size(max = 60) String> reasons,
            @Size(max = 2000) @Nullable String opinion,
            @Size(max = 100) @Valid @Nullable List<@NotNull Marking> marks) {

        TaskCommand command(WorkItem item, Caller.Official by) {
            List<TaskCommand.Mark> targets = marks == null
                    ? List.of()
                    : marks.stream().map(Marking::mark).toList();
            return new TaskCommand(
                    item, by, outcome, reasons == null ? List.of() : reasons, opinion == null ? "" : opinion, targets);
        }
    }

    private record Marking(
            @Size(max = 100) @Nullable String pointer,
            @Size(max = 60) @Nullable String material,
            @Size(max = 60) @Nullable String reasonKey,
            @NotNull @Size(max = 500) String text) {

        TaskCommand.Mark mark() {
            String target = pointer != null ? pointer : "material:" + material;
            return new TaskCommand.Mark(target, reasonKey == null ? "" : reasonKey, text);
        }
    }
}
