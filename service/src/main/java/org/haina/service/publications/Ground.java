package org.haina.service.publications;

import java.util.Arrays;
import java.util.Optional;

/** Why a grant is not published: the three exceptions of the law (licence law 5, second paragraph), and no other. */
enum Ground {
    STATE_SECRET("国家秘密"),
    TRADE_SECRET("商业秘密"),
    PRIVACY("个人隐私");

    private final String label;

    Ground(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Optional<Ground> named(String name) {
        return Arrays.stream(values())
                .filter(ground -> ground.name().equals(name))
                .findFirst();
    }
}
