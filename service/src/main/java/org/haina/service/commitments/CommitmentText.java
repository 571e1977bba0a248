package org.haina.service.commitments;

import org.haina.processes.ItemDefinition.Commitment;
import org.haina.processes.ItemDefinition.Material;

/**
 * What may be promised in the place of one material, as the applicant reads it.
 *
 * @param material key of the material
 * @param title what the material is called
 * @param version of the item whose words these are
 * @param words duty, promise, check, consequence, basis
 * @param hash of {@link #whole()}, by the suite in use: who sends it has had these words before him
 */
public record CommitmentText(String material, String title, String version, Commitment words, String hash) {

    static String whole(Material material, String version, Commitment words) {
        return String.join(
                "\n",
                "证明事项告知承诺书（版本" + version + "）",
                "被代替的材料：" + material.title().zh(),
                "证明义务：" + words.duty(),
                "事后核查：" + words.check(),
                "不实承诺的责任：" + words.consequence(),
                "依据：" + words.basis(),
                "承诺：" + words.promise());
    }
}
