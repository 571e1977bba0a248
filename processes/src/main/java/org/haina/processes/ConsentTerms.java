package org.haina.processes;

/**
 * What a guardian is told before the data of a child under fourteen are handled, and consents to (个人信息保护法 29 to 31).
 *
 * @param data which data, and which of them are sensitive
 * @param purpose what for, and what not
 * @param necessity why it cannot be done without
 * @param effect what follows for the child, and for whom does not consent
 * @param retention how long they are kept
 * @param withdrawal how the consent is withdrawn and what that changes
 * @param basis the rules it rests on, cited
 */
public record ConsentTerms(
        String data,
        String purpose,
        String necessity,
        String effect,
        String retention,
        String withdrawal,
        String basis) {}
