package org.haina.service.deferrals;

import org.haina.processes.ItemDefinition.Deferral;
import org.haina.processes.ItemDefinition.Material;

/**
 * How one paper may follow after the acceptance, as the applicant reads it before signing.
 *
 * @param material key of the material
 * @param title what the material is called
 * @param version of the item whose words these are
 * @param days natural days from the acceptance
 * @param words form, promise, consequence, basis
 * @param hash of the whole text, by the suite in use: who sends it has had these words before him
 */
public record DeferralText(String material, String title, String version, int days, Deferral words, String hash) {

    static String whole(Material material, String version, int days, Deferral words) {
        return String.join(
                "\n",
                "容缺受理告知承诺书（版本" + version + "）",
                "受理后补交的材料：" + material.title().zh(),
                "补交的形式：" + words.form(),
                "补交的期限：自受理之日起" + days + "日内",
                "到期没有补齐的后果：" + words.consequence(),
                "依据：" + words.basis(),
                "承诺：" + words.promise());
    }
}
