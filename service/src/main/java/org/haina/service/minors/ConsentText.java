package org.haina.service.minors;

import org.haina.processes.ConsentTerms;

/**
 * What a guardian consents to, as it is read.
 *
 * @param version of the item whose words these are
 * @param hash of {@link #whole()}, by the suite in use: who sends it has had these words before him
 */
public record ConsentText(String version, ConsentTerms terms, String hash) {

    ConsentText hashed(String digest) {
        return new ConsentText(version, terms, digest);
    }

    /** All of it, as it is kept word for word. */
    String whole() {
        return String.join(
                "\n",
                "监护人同意书（版本" + version + "）",
                "处理的信息：" + terms.data(),
                "处理的目的：" + terms.purpose(),
                "处理的必要性：" + terms.necessity(),
                "对孩子的影响：" + terms.effect(),
                "保存的期限：" + terms.retention(),
                "撤回同意：" + terms.withdrawal(),
                "依据：" + terms.basis(),
                "同意：我是孩子的监护人，已经阅读以上内容，同意为办理本事项处理孩子的个人信息。");
    }
}
