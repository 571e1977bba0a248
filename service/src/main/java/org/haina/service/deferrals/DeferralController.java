package org.haina.service.deferrals;

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

/** Which papers may follow after the acceptance, for programs. */
@RestController
@RequestMapping("/api/v1/items/{key}/deferrals")
@MayCall(Who.ANYBODY)
class DeferralController {

    private final Deferrals deferrals;
    private final Catalog catalog;

    DeferralController(Deferrals deferrals, Catalog catalog) {
        this.deferrals = deferrals;
        this.catalog = catalog;
    }

    @GetMapping
    @Operation(
            summary =
                    "Texts an applicant may sign to bring papers after the acceptance; the hash is what signing sends")
    Map<String, List<DeferralText>> list(@PathVariable String key) {
        return Map.of(
                "items",
                deferrals.offered(catalog.current(ItemKey.find(key).orElseThrow(() -> Problem.notFound("没有这个事项。")))));
    }
}
