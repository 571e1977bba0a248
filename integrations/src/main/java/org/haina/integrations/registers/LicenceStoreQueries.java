package org.haina.integrations.registers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.haina.integrations.licencestore.Holder;
import org.haina.integrations.licencestore.Licence;
import org.haina.integrations.licencestore.LicenceIdentifier;
import org.haina.integrations.licencestore.LicenceRegistration;
import org.haina.integrations.licencestore.LicenceStatus;
import org.haina.integrations.licencestore.LicenceStore;
import org.haina.integrations.licencestore.LicenceType;
import org.haina.integrations.licencestore.UseCause;
import org.haina.integrations.licencestore.Verification.Known;

record LicenceStoreQueries(LicenceStore authority) implements RegisterQueries {

    private static final String MANDARIN = "mandarin-certificate";

    @Override
    public String register() {
        return "licence-store";
    }

    @Override
    public Map<String, Function<RegisterRequest, Answer>> queries() {
        return Map.of(
                "licences",
                this::licences,
                MANDARIN,
                this::mandarin,
                "face",
                this::face,
                "register",
                this::registration,
                "change-status",
                this::changeStatus,
                "verify",
                this::verify);
    }

    private Answer licences(RegisterRequest ask) {
        var found = authority.queryByHolder(ask.requestId(), holder(ask), Optional.empty(), cause(ask));
        var answer = Answer.of(found.isEmpty() ? Finding.NOT_FOUND : Finding.FOUND);
        var list = answer.fields().putArray("licences");
        found.forEach(licence -> list.addObject()
                .put("licence", licence.id().value())
                .put("type", licence.type())
                .put("title", licence.title())
                .put("number", licence.number())
                .put("issuer", licence.issuer())
                .put("issuedOn", licence.issuedOn().toString())
                .put("validUntil", licence.validUntil().map(LocalDate::toString).orElse(null))
                .put("status", licence.status().code()));
        return answer;
    }

    private Answer mandarin(RegisterRequest ask) {
        return authority.queryByHolder(ask.requestId(), holder(ask), Optional.of(MANDARIN), cause(ask)).stream()
                .filter(licence -> licence.status() == LicenceStatus.VALID)
                .findFirst()
                .flatMap(licence -> authority.getSurface(ask.requestId(), licence.id(), cause(ask)))
                .map(licence -> answer(ask, licence))
                .orElseGet(() -> Answer.of(Finding.NOT_FOUND));
    }

    /** What stands on one licence of the person; another holder's is not shown. */
    private Answer face(RegisterRequest ask) {
        return authority
                .getSurface(ask.requestId(), new LicenceIdentifier(ask.text("licence")), cause(ask))
                .map(licence -> {
                    if (!licence.holder().name().equals(ask.text("name"))) {
                        return Answer.differing(Map.of(), "name");
                    }
                    var answer = Answer.of(Finding.FOUND);
                    var surface = answer.fields().putObject("surface");
                    licence.surface().forEach(surface::put);
                    return answer;
                })
                .orElseGet(() -> Answer.of(Finding.NOT_FOUND));
    }

    private static Answer answer(RegisterRequest ask, Licence licence) {
        var fields = new LinkedHashMap<>(licence.surface());
        fields.put("licence", licence.id().value());
        fields.put("status", licence.status().title());
        return licence.holder().name().equals(ask.text("name"))
                ? Answer.of(Finding.FOUND, fields)
                : Answer.differing(fields, "name");
    }

    private Answer registration(RegisterRequest ask) {
        var id = authority.register(new LicenceRegistration(
                ask.requestId(),
                type(ask),
                ask.text("number"),
                version(ask.text("version")),
                ask.text("issuer"),
                ask.text("issuerName"),
                new Holder(ask.text("name"), ask.text("idType"), ask.text("idNumber")),
                date("issuedOn", ask.text("issuedOn")),
                Optional.ofNullable(ask.parameters().path("validUntil").textValue())
                        .map(until -> date("validUntil", until)),
                ask.text("itemCode"),
                new UseCause(ask.purpose(), ask.text("caseNumber")),
                surface(ask),
                Base64.getDecoder().decode(ask.text("pdf"))));
        return Answer.of(Finding.DONE, Map.of("licence", id.value()));
    }

    /** A type that an item declares comes with the call: it may have changed or gone since the case was filed. */
    private LicenceType type(RegisterRequest ask) {
        var declared = ask.parameters().path("declared");
        return declared.isObject()
                ? LicenceType.read(declared)
                : authority.types().get(ask.text("type"));
    }

    private Answer changeStatus(RegisterRequest ask) {
        var id = new LicenceIdentifier(ask.text("licence"));
        authority.changeStatus(ask.requestId(), id, status(ask.text("status")), ask.text("reason"));
        return Answer.of(Finding.DONE, Map.of("licence", id.value()));
    }

    private Answer verify(RegisterRequest ask) {
        var answer = authority.verify(ask.requestId(), new LicenceIdentifier(ask.text("licence")));
        return answer instanceof Known known
                ? Answer.of(
                        Finding.FOUND,
                        Map.of(
                                "status", known.status().code(),
                                "statusText", known.status().title(),
                                "sha256", known.sha256()))
                : Answer.of(Finding.NOT_FOUND);
    }

    private static Map<String, String> surface(RegisterRequest ask) {
        var surface = new HashMap<String, String>();
        ask.parameters()
                .path("surface")
                .fields()
                .forEachRemaining(
                        field -> surface.put(field.getKey(), field.getValue().asText()));
        return surface;
    }

    private static Holder holder(RegisterRequest ask) {
        return new Holder(ask.text("name"), "111", ask.text("idNumber"));
    }

    private static UseCause cause(RegisterRequest ask) {
        return new UseCause(ask.purpose(), "");
    }

    private static LocalDate date(String parameter, String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Parameter " + parameter + " is an ISO date", e);
        }
    }

    private static int version(String version) {
        if (!version.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException("Parameter version is 1 to 999");
        }
        return Integer.parseInt(version);
    }

    private static LicenceStatus status(String code) {
        return List.of(LicenceStatus.values()).stream()
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Parameter status is a status code"));
    }
}
