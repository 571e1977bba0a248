package org.haina.integrations.licencestore;

/**
 * Why a licence is used; the store refuses a call without it and keeps it.
 *
 * @param text 1 to 200 characters
 * @param businessCode case number (统一审批编码), empty before there is a case
 */
public record UseCause(String text, String businessCode) {

    public UseCause {
        if (text.isBlank() || text.length() > 200) {
            throw new IllegalArgumentException("A use cause has 1 to 200 characters");
        }
    }
}
