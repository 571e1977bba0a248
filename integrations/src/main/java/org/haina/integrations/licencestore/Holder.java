package org.haina.integrations.licencestore;

/**
 * Whose licence.
 *
 * @param idType GA/T 517: 111 identity card; 001 for a USCC
 */
public record Holder(String name, String idType, String idNumber) {

    @Override
    public String toString() {
        return "Holder[" + idType + "]";
    }
}
