package org.haina.service.commitments;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.catalog.Catalog;
import org.haina.service.edge.Problem;
import org.haina.service.keys.ItemKey;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What may be promised instead of proved, for programs. */
@RestController
@RequestMapping("/api/v1/items/{key}/commitments")
@MayCall(Who.ANYBODY)
class CommitmentController {

    private final Commitments commitments;
    private final Catalog catalog;

    CommitmentController(Commitments commitments, Catalog catalog) {
        this.commitments = commitments;
        this.catalog = catalog;
    }

    @GetMapping
    @Operation(summary = "Texts an applicant may sign in the place of materials; the hash is what signing sends")
    Map<String, List<CommitmentText>> list(@PathVariable String key) {
        return Map.of(
                "items",
                commitments.offered(catalog.current(ItemKey.find(key).orElseThrow(() -> Problem.notFound("没有这个事项。")))));
    }
}
