package org.haina.service.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.haina.service.access.Caller;
import org.haina.service.access.CurrentCaller;
import org.haina.service.access.Role;
import org.haina.service.complaints.UntakenComplaints;
import org.haina.service.workflow.StuckSteps;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The officials' navigation: each sees what the own roles open. */
@ControllerAdvice(
        basePackages = {
            "org.haina.service.desk",
            "org.haina.service.procedure",
            "org.haina.service.archive",
            "org.haina.service.mandates",
            "org.haina.service.minors",
            "org.haina.service.printing",
            "org.haina.service.versions",
            "org.haina.service.oversight",
            "org.haina.service.publications"
        })
class Rail {

    /**
     * @param href a path of ours
     * @param roles who has it
     */
    record Link(String href, String label, Set<Role> roles, boolean current) {

        /** What waits there, if anything does. */
        Link counting(long waiting) {
            return waiting == 0 ? this : new Link(href, "%s（%d）".formatted(label, waiting), roles, current);
        }

        Link at(String place) {
            return new Link(href, label, roles, href.equals(place));
        }

        boolean leadsTo(String path) {
            return path.equals(href) || path.startsWith(href + "/");
        }
    }

    private static final String STUCK = "/oversight/stuck";

    static final List<Link> LINKS = List.of(
            new Link("/desk", "我的工作", Set.of(Role.CLERK, Role.REVIEWER, Role.DECIDER), false),
            new Link("/desk/hand-overs", "转报来的办件", Set.of(Role.CLERK), false),
            new Link("/desk/mandates", "单位委托书", Set.of(Role.CLERK), false),
            new Link("/desk/printing", "批量打印", Set.of(Role.CLERK, Role.REVIEWER, Role.DECIDER), false),
            new Link("/desk/approvals", "待我批准", Set.of(Role.HEAD), false),
            new Link("/desk/minor-access", "未成年人信息查阅", Set.of(Role.DECIDER, Role.HEAD, Role.SUPERVISOR), false),
            new Link("/oversight/cases", "全市督办", Set.of(Role.SUPERVISOR), false),
            new Link("/desk", "投诉办理", Set.of(Role.SUPERVISOR), false),
            new Link("/oversight/grants", "许可公示管理", Set.of(Role.SUPERVISOR), false),
            new Link("/oversight/audit", "审计日志", Set.of(Role.AUDITOR), false),
            new Link("/oversight/archives", "归档校验", Set.of(Role.AUDITOR), false),
            new Link("/oversight/outbound", "外部接口", Set.of(Role.OPERATOR), false),
            new Link(STUCK, "卡住的办件", Set.of(Role.OPERATOR), false),
            new Link("/oversight/calendar", "工作日历", Set.of(Role.OPERATOR), false),
            new Link("/oversight/items", "事项版本", Set.of(Role.OPERATOR), false));

    private final CurrentCaller current;
    private final StuckSteps stuck;
    private final UntakenComplaints untaken;

    Rail(CurrentCaller current, StuckSteps stuck, UntakenComplaints untaken) {
        this.current = current;
        this.stuck = stuck;
        this.untaken = untaken;
    }

    @ModelAttribute("railLinks")
    List<Link> links(HttpServletRequest request) {
        if (!(current.get() instanceof Caller.Official official)) {
            return List.of();
        }
        String place = place(request.getRequestURI());
        return of(official)
                .map(link -> link.href().equals(STUCK) ? link.counting(stuck.count() + untaken.count()) : link)
                .map(link -> link.at(place))
                .toList();
    }

    /** Of two that lead to a page the nearer: {@code /desk} leads to all of the desk. */
    private static String place(String path) {
        return LINKS.stream()
                .filter(link -> link.leadsTo(path))
                .map(Link::href)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    static Stream<Link> of(Caller.Official official) {
        return LINKS.stream().filter(link -> link.roles().stream().anyMatch(official::has));
    }
}
