package org.haina.service.publications;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.edge.Problem;
import org.haina.service.publications.PublishedGrant.Fact;
import org.haina.service.publications.PublishedGrants.Page;
import org.haina.service.publications.PublishedGrants.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published grants as open data. */
@RestController
@RequestMapping("/api/v1")
@MayCall(Who.ANYBODY)
class GrantsController {

    /** @param next to be sent as {@code after} for the following page; absent on the last */
    record Listing(List<Entry> items, @Nullable String next) {}

    /**
     * @param holder in full where it is an organisation, else masked
     * @param state name of {@link GrantState}
     * @param endedBy number of the decision that ended it
     * @param correctedBy number of the notice that corrected a slip of the pen
     */
    record Entry(
            UUID id,
            String item,
            String itemTitle,
            String holder,
            boolean organisation,
            String organ,
            String organName,
            String document,
            LocalDate grantedOn,
            @Nullable LocalDate validUntil,
            List<Fact> facts,
            String state,
            String stateText,
            @Nullable LocalDate endedOn,
            @Nullable String endedBy,
            @Nullable String correctedBy) {

        static Entry of(Shown shown) {
            PublishedGrant grant = shown.grant();
            return new Entry(
                    grant.id(),
                    grant.itemKey(),
                    grant.itemTitle(),
                    grant.holder(),
                    grant.organisation(),
                    grant.org(),
                    shown.organ(),
                    grant.document(),
                    grant.grantedOn(),
                    grant.validUntil().orElse(null),
                    grant.facts(),
                    shown.state().name(),
                    shown.state().label(),
                    grant.endedOn().orElse(null),
                    grant.endedBy().orElse(null),
                    grant.correctedBy().orElse(null));
        }
    }

    private final PublishedGrants grants;

    GrantsController(PublishedGrants grants) {
        this.grants = grants;
    }

    @GetMapping("/grants")
    @Operation(
            summary = "Published grants, the newest first; paged by key",
            description = "holder begins the name of an organisation, document the number of a decision; persons are "
                    + "masked and not found by name")
    Listing list(
            @RequestParam Optional<String> holder,
            @RequestParam Optional<String> document,
            @RequestParam Optional<String> item,
            @RequestParam Optional<String> organ,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit) {
        Page page = grants.page(search(holder, document, item, organ, after), limit);
        return new Listing(
                page.rows().stream().map(Entry::of).toList(),
                page.next().map(Object::toString).orElse(null));
    }

    @GetMapping(value = "/grants.csv", produces = "text/csv;charset=UTF-8")
    @Operation(summary = "The same as a table; the header Link names the following page")
    @ApiResponse(
            responseCode = "200",
            description = "One line for each grant, the first names the columns",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    ResponseEntity<byte[]> table(
            @RequestParam Optional<String> holder,
            @RequestParam Optional<String> document,
            @RequestParam Optional<String> item,
            @RequestParam Optional<String> organ,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int limit) {
        GrantSearch search = search(holder, document, item, organ, after);
        Page page = grants.page(search, limit);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"grants.csv\"");
        page.next()
                .map(place -> search.href("/api/v1/grants.csv", page.next()))
                .ifPresent(next -> answer.header(HttpHeaders.LINK, "<" + next + "&limit=" + limit + ">; rel=\"next\""));
        return answer.body(GrantTable.of(page.rows()).getBytes(StandardCharsets.UTF_8));
    }

    private static GrantSearch search(
            Optional<String> holder,
            Optional<String> document,
            Optional<String> item,
            Optional<String> organ,
            Optional<String> after) {
        Map<String, String> asked = new HashMap<>();
        holder.ifPresent(text -> asked.put("holder", text));
        document.ifPresent(text -> asked.put("document", text));
        item.ifPresent(text -> asked.put("item", text));
        organ.ifPresent(text -> asked.put("organ", text));
        after.ifPresent(text -> asked.put("after", text));
        GrantSearch search = GrantSearch.of(asked);
        if (after.isPresent() && search.after().isEmpty()) {
            throw Problem.notFound("列表中没有这个位置。");
        }
        return search;
    }
}
