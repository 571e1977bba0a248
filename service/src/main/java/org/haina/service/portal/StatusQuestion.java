package org.haina.service.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.TypedCode;

/**
 * What somebody asks with: a case number and the end of a document's number, both in their plain spelling. What is said
 * of them here follows from the text alone, never from what is on record.
 */
record StatusQuestion(String number, String ending) {

    private static final Pattern ENDING = Pattern.compile("[0-9A-Z()]{4}");

    StatusQuestion {
        number = TypedCode.plain(number);
        ending = TypedCode.plain(ending);
    }

    /** Message by field; empty if the question can be asked. */
    Map<String, String> mistakes() {
        Map<String, String> mistakes = new LinkedHashMap<>();
        if (number.isEmpty()) {
            mistakes.put("number", "请填写办件编号");
        } else if (!CaseNumber.hasFormat(number)) {
            mistakes.put("number", "办件编号是HN开头的16位字母和数字，请对照收件凭证填写");
        }
        if (ending.isEmpty()) {
            mistakes.put("ending", "请填写证件号码后四位");
        } else if (!ENDING.matcher(ending).matches()) {
            mistakes.put("ending", "请填写证件号码的最后四位，是四位数字或者字母");
        }
        return mistakes;
    }
}
