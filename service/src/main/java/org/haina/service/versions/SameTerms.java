package org.haina.service.versions;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.processes.ItemDefinition;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was promised when the application came stays promised: same clocks, same limits, same way of handling. */
@Component
@Order(1)
class SameTerms implements MoveRule {

    /** What applicants have put their names to stays what it is. */
    private static Map<String, List<Object>> promises(ItemDefinition item) {
        return item.materials().stream()
                .filter(material -> material.commitment() != null || material.deferral() != null)
                .collect(Collectors.toMap(
                        ItemDefinition.Material::key, material -> Stream.of(material.commitment(), material.deferral())
                                .<Object>map(Objects::toString)
                                .toList()));
    }

    @Override
    public Optional<String> obstacle(Moving moving) {
        ItemDefinition from = moving.from().definition();
        ItemDefinition to = moving.to().definition();
        if (!from.clockPolicy().equals(to.clockPolicy())) {
            return Optional.of("新版本按另一种期限规则计算期限");
        }
        if (!from.limits().equals(to.limits())) {
            return Optional.of("新版本的办理期限不同");
        }
        if (!promises(from).equals(promises(to)) || !Objects.equals(from.approval(), to.approval())) {
            return Optional.of("新版本可以承诺或者后补的材料不同");
        }
        return from.mode() == to.mode() && from.shape() == to.shape() ? Optional.empty() : Optional.of("新版本的办理方式不同");
    }
}
