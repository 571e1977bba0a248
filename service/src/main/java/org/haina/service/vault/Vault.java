package org.haina.service.vault;

/**
 * Encrypts, indexes, hashes and signs. A context says where a value belongs, as {@code table.column:rowid}; a value
 * moved to another row or column cannot be opened. All methods are safe for concurrent use.
 */
public interface Vault {

    /**
     * Encrypts a text under the current key with a fresh random nonce.
     *
     * @param context where the value will be stored, needed again to open it
     */
    byte[] encrypt(String context, String plain);

    /** As {@link #encrypt(String, String)} for bytes. */
    byte[] encrypt(String context, byte[] plain);

    /**
     * Opens a value made by {@link #encrypt(String, String)}, also under an earlier key or the other suite.
     *
     * @throws UnreadableValueException for a wrong context, an unknown key or a changed value
     */
    String decrypt(String context, byte[] sealed);

    /** As {@link #decrypt} for bytes. */
    byte[] decryptBytes(String context, byte[] sealed);

    /**
     * The keyed hash under which a value is found again, equal for equal values of one field. Made with a key of its
     * own, which stays when the encryption key changes.
     *
     * @param field {@code table.column}; equal values of two fields have different indexes
     * @param value in its normal form
     */
    byte[] blindIndex(String field, String value);

    /** Hash of the suite in use, 64 lower-case hexadecimal digits. */
    String hash(byte[] content);

    /** Hash of a stated suite, 64 lower-case hexadecimal digits; for checking what was hashed earlier. */
    String hash(Suite suite, byte[] content);

    /** The suite that new values are made with. */
    Suite suite();

    /**
     * Signs a message with a key reserved for the purpose.
     *
     * @return printable, with algorithm and key id
     */
    String sign(String purpose, byte[] message);

    /** True if {@link #sign} made this signature for exactly this purpose and message; compares in constant time. */
    boolean verify(String purpose, byte[] message, String signature);
}
