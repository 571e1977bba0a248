package org.haina.service.applications;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.haina.integrations.licencestore.Holder;
import org.haina.service.access.Caller;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.applications.CaseRequest.ApplicantRequest;
import org.haina.service.applications.CaseRequest.MaterialRequest;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.cases.Channel;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.catalog.Catalog;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.clock.PromisedDay;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases for programs. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseController {

    private final Submissions submissions;
    private final Cases cases;
    private final CaseAccess access;
    private final Catalog catalog;
    private final CaseClocks clocks;
    private final Parties parties;
    private final LicenceHoldings licences;
    private final TransactionOperations whole;

    CaseController(
            Submissions submissions,
            Cases cases,
            CaseAccess access,
            Catalog catalog,
            CaseClocks clocks,
            Parties parties,
            LicenceHoldings licences,
            TransactionOperations whole) {
        this.submissions = submissions;
        this.cases = cases;
        this.access = access;
        this.catalog = catalog;
        this.clocks = clocks;
        this.parties = parties;
        this.licences = licences;
        this.whole = whole;
    }

    @PostMapping
    @MayCall({Who.CITIZEN, Who.MACHINE})
    @Operation(summary = "Hand in an application: 201 with the case, the same answer again for the same key")
    @ApiResponse(responseCode = "201", description = "The case", useReturnTypeSchema = true)
    ResponseEntity<SubmissionAnswer> submit(
            @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody CaseRequest request,
            Caller caller) {
        if (key == null || !key.matches("[\\x21-\\x7e]{1,100}")) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-missing",
                    "缺少 Idempotency-Key",
                    "请求缺少 Idempotency-Key（1 至 100 个可见字符）。");
        }
        return SubmissionAnswer.of(receive(key, request, caller));
    }

    /** A party recorded for an application that is then refused would be half an application. */
    private SubmissionOutcome receive(String key, CaseRequest request, Caller caller) {
        LicencesHeld held = held(key, request, caller);
        return Objects.requireNonNull(whole.execute(status -> {
            SubmissionOutcome outcome = submissions.submit(submission(key, request, caller), held);
            if (!(outcome instanceof SubmissionOutcome.Accepted)) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    private LicencesHeld held(String key, CaseRequest request, Caller caller) {
        List<SuppliedMaterial> pieces = pieces(request);
        if (caller instanceof Caller.Citizen citizen) {
            return principal(request).isPresent()
                    ? LicencesHeld.NONE
                    : licences.of(caller, key, citizen.party(), pieces);
        }
        return Optional.ofNullable(request.applicant())
                .map(stated ->
                        licences.of(caller, key, new Holder(stated.name(), stated.idType(), stated.idNumber()), pieces))
                .orElse(LicencesHeld.NONE);
    }

    private static List<SuppliedMaterial> pieces(CaseRequest request) {
        return request.materialList().stream().map(CaseController::material).toList();
    }

    /** The organisation or child that somebody acts for with an account of his own; a person stated there is ignored. */
    private static Optional<ApplicantRequest> principal(CaseRequest request) {
        return Optional.ofNullable(request.applicant()).filter(ApplicantRequest::isRepresented);
    }

    private Submission submission(String key, CaseRequest request, Caller caller) {
        if (caller instanceof Caller.Citizen citizen) {
            return own(key, request, citizen);
        }
        Optional<ApplicantRequest> stated = Optional.ofNullable(request.applicant());
        PartyId applicant = stated.map(a -> party(a, "/applicant"))
                .orElseThrow(() -> Problem.invalid("缺少申请人。", Map.of("/applicant", "请填写申请人")));
        return new Submission(
                caller,
                item(request),
                applicant,
                stated.flatMap(a -> Optional.ofNullable(a.agent())).map(a -> party(a, "/applicant/agent")),
                Channel.API,
                key,
                request.data(),
                pieces(request),
                stated.map(ApplicantRequest::named).orElse(List.of()),
                request.consent());
    }

    private Submission own(String key, CaseRequest request, Caller.Citizen citizen) {
        Optional<PartyId> represented = principal(request).map(stated -> party(stated, "/applicant"));
        return new Submission(
                        citizen,
                        item(request),
                        represented.orElse(citizen.party()),
                        represented.map(acted -> citizen.party()),
                        Channel.API,
                        key,
                        request.data(),
                        pieces(request))
                .consenting(request.consent());
    }

    private static ItemKey item(CaseRequest request) {
        return ItemKey.find(request.item()).orElseThrow(() -> Problem.notFound("没有这个事项。"));
    }

    private PartyId party(ApplicantRequest stated, String pointer) {
        if (Parties.isOrganisation(stated.idType()) != stated.isOrganisation()) {
            throw Problem.invalid(
                    "类型和证件不一致。", Map.of(pointer + "/type", "个人（person）、孩子（child）用个人证件，单位（organisation）用统一社会信用代码"));
        }
        try {
            return parties.record(stated.idType(), stated.idNumber(), stated.name());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("证件不正确。", Map.of(pointer + "/idNumber", "不是有效的证件号码"));
        }
    }

    private static SuppliedMaterial material(MaterialRequest request) {
        if (request.commitment() != null) {
            return new SuppliedMaterial(request.key(), SuppliedMaterial.Source.COMMITMENT, request.commitment());
        }
        if (request.deferral() != null) {
            return new SuppliedMaterial(request.key(), SuppliedMaterial.Source.DEFERRED, request.deferral());
        }
        return request.file() != null
                ? new SuppliedMaterial(request.key(), SuppliedMaterial.Source.UPLOAD, request.file())
                : new SuppliedMaterial(
                        request.key(),
                        SuppliedMaterial.Source.LICENCE,
                        Optional.ofNullable(request.licence()).orElse(""));
    }

    @GetMapping("/{number}")
    @Operation(summary = "A case: state, promised day, links")
    @MayCall({Who.CITIZEN, Who.MACHINE, Who.OFFICIAL})
    CaseView get(@PathVariable String number, Caller caller) {
        CaseNumber wanted = number(number);
        CaseFile file = access.openUnlessClosed(wanted, caller).orElseGet(() -> access.glance(wanted, caller));
        return CaseView.of(file, catalog.version(file.itemVersion()).definition(), promised(wanted));
    }

    @GetMapping("/{number}/timeline")
    @Operation(summary = "What has happened in a case, oldest first")
    @MayCall({Who.CITIZEN, Who.MACHINE, Who.OFFICIAL})
    Map<String, List<TimelineEntry>> timeline(@PathVariable String number, Caller caller) {
        return Map.of(
                "items", cases.timeline(access.open(number(number), caller).number()));
    }

    private Optional<PromisedDay> promised(CaseNumber number) {
        return clocks.deadline(number, ClockName.DECISION).map(PromisedDay::of);
    }

    private static CaseNumber number(String text) {
        if (!CaseNumber.isValid(text)) {
            throw Cases.unknown();
        }
        return new CaseNumber(text);
    }
}
