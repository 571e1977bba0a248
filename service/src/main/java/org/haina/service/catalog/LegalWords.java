package org.haina.service.catalog;

import java.util.stream.Collectors;
import org.haina.processes.ItemDefinition;

/** An item's legal basis as documents cite it. */
public final class LegalWords {

    private LegalWords() {}

    /** 《中华人民共和国教师法》、《教师资格条例》. */
    public static String laws(ItemDefinition item) {
        return item.legalBasis().stream()
                .map(basis -> "《" + basis.law() + "》")
                .distinct()
                .collect(Collectors.joining("、"));
    }
}
