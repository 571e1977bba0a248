package org.haina.service.complaints;

import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.worklist.TaskRule;
import org.haina.service.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** Nobody answers a complaint about what he has had in hand, be it since the complaint was received. */
@Component
class OwnHandsRule implements TaskRule {

    private final Complaints complaints;

    OwnHandsRule(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public Optional<String> refusal(WorkItem item, Official official) {
        return item.role() == Role.SUPERVISOR && complaints.isAbout(item.number(), official.account())
                ? Optional.of("您经办过被投诉的办件，不能办理这件投诉，请由其他监督人员办理。")
                : Optional.empty();
    }
}
