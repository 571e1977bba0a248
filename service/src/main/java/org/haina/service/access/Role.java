package org.haina.service.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an official may do; the names are those of the realm's roles in lower case. */
public enum Role {
    /** 受理: accepts, asks for correction, refuses to accept. */
    CLERK,
    /** 审核: gives an opinion. */
    REVIEWER,
    /** 审批: decides. */
    DECIDER,
    /** 机关负责人: approves what the law gives to the head of the organ alone, such as an extension (行政许可法 42). */
    HEAD,
    /** 监督: sees the handling of all districts, decides nothing. */
    SUPERVISOR,
    /** 审计: reads the log and changes nothing. */
    AUDITOR,
    /** 运维: runs the system, sees no content. */
    OPERATOR;

    public static Optional<Role> ofClaim(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** The authority Spring Security knows this role by, for {@code hasAuthority} and the like. */
    public String authority() {
        return "ROLE_" + name();
    }
}
