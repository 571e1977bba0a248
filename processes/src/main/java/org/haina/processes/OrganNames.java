package org.haina.processes;

import java.util.Set;

/** Organs a phase may be handed to beside the one in charge of the case: values of {@link VariableNames#ORGAN}. */
public final class OrganNames {
    /** 市级机关: the organ above the one in charge. */
    public static final String CITY = "city";

    /** Every organ a model may name. */
    public static final Set<String> ALL = Set.of(CITY);

    private OrganNames() {}
}
