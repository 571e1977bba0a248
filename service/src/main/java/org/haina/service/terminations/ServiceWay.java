package org.haina.service.terminations;

/** How a paper reaches somebody who cannot read it online. */
public enum ServiceWay {
    DIRECT("直接送达"),
    LEFT("留置送达"),
    MAIL("邮寄送达"),
    NOTICE("公告送达");

    private final String label;

    ServiceWay(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
