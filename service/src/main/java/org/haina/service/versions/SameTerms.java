package org.haina.service.versions;

import java.util.Optional;
import org.haina.processes.ItemDefinition;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was promised when the application came stays promised: same clocks, same limits, same way of handling. */
@Component
@Order(1)
class SameTerms implements MoveRule {

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
        return from.mode() == to.mode() && from.shape() == to.shape() ? Optional.empty() : Optional.of("新版本的办理方式不同");
    }
}
