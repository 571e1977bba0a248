package org.haina.service.minors;

import io.swagger.v3.oas.annotations.Operation;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.catalog.Catalog;
import org.haina.service.edge.Problem;
import org.haina.service.keys.ItemKey;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a guardian consents to, for programs. */
@RestController
@RequestMapping("/api/v1/items/{key}/guardian-consent")
@MayCall(Who.ANYBODY)
class GuardianConsentController {

    private final GuardianConsents consents;
    private final Catalog catalog;

    GuardianConsentController(GuardianConsents consents, Catalog catalog) {
        this.consents = consents;
        this.catalog = catalog;
    }

    @GetMapping
    @Operation(summary = "What a guardian consents to for a child under fourteen; the hash is what consenting sends")
    ConsentText get(@PathVariable String key) {
        return ItemKey.find(key)
                .map(catalog::current)
                .flatMap(consents::offered)
                .orElseThrow(() -> Problem.notFound("没有这个事项，或者本事项不由监护人申请。"));
    }
}
