package org.haina.service.procedure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.haina.processes.ItemDefinition;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.closing.HandOvers;
import org.haina.service.issuance.GrantingOrgans;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 转报: what another office of ours is competent for goes there without a new application. */
@Component
@Order(7)
class HandOverCase implements CaseAct {

    private static final String NOBODY =
            "证件由原颁发机关变更、延续或者补发（《中华人民共和国行政许可法》第四十九条、第五十条），" + "没有别的机关颁发过申请人的这份证件，不能转报。不属于本机关办理的，请作出不予受理的决定并告知申请人。";

    private final Cases cases;
    private final Catalog catalog;
    private final Organs organs;
    private final GrantingOrgans granting;
    private final HandOvers handOvers;

    HandOverCase(Cases cases, Catalog catalog, Organs organs, GrantingOrgans granting, HandOvers handOvers) {
        this.granting = granting;
        this.cases = cases;
        this.catalog = catalog;
        this.organs = organs;
        this.handOvers = handOvers;
    }

    @Override
    public String key() {
        return "hand-over";
    }

    @Override
    public String label() {
        return "转报有权机关";
    }

    @Override
    public String explain() {
        return "属于其他机关办理的，连同材料转给它，申请人不用重新提交。对方确认接收以前，告知期限照常计算；对方退回的，仍由本机关处理。";
    }

    /** A question is passed on in words; an instant item has no office that could have been the wrong one. */
    @Override
    public boolean isOpen(Situation situation, Official official) {
        return official.has(Role.CLERK)
                && CaseMove.HAND_OVER.isAllowedFrom(situation.file().status())
                && isHanded(catalog.version(situation.file().itemVersion()).definition());
    }

    private static boolean isHanded(ItemDefinition item) {
        return !item.isQuestion() && item.mode() != ItemDefinition.Mode.INSTANT;
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(
                Field.choice(
                        "organ",
                        "接收机关",
                        receivers(file)
                                .map(organ -> new Field.Option(organ.uscc(), organ.name()))
                                .toList()),
                Field.text("reason", "转报的理由", "写明为什么由对方办理。申请人会看到。"));
    }

    /** What one organ has granted no other can change, renew or make anew: only the one that did may be the competent one. */
    private Stream<Organ> receivers(CaseFile file) {
        Optional<Set<String>> granted = granting.of(file);
        return organs.all().stream()
                .filter(organ -> !organ.uscc().equals(file.org()))
                .filter(organ ->
                        granted.filter(codes -> !codes.contains(organ.uscc())).isEmpty());
    }

    @Override
    public Optional<String> refusal(CaseFile file) {
        return receivers(file).findAny().isPresent() ? Optional.empty() : Optional.of(NOBODY);
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return CaseActs.isLast(cases, file.number(), CaseMove.HAND_OVER, note(input), official);
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        handOvers.offer(file.number(), chosen(input), official, note(input));
    }

    private String note(ActInput input) {
        return "转报%s：%s".formatted(chosen(input).name(), input.get("reason"));
    }

    private Organ chosen(ActInput input) {
        return organs.byCode(input.get("organ")).orElseThrow(Cases::unknown);
    }
}
