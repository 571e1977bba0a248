package org.haina.certificates;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haina.certificates.printing.DocumentTemplate;
import org.jspecify.annotations.Nullable;

/**
 * An official document (文书) that accompanies a case: its template and what the caller must supply.
 *
 * @param key file name without ending, such as {@code receipt-voucher}
 * @param title Chinese name
 * @param bindings every path the template reads, with its meaning
 * @param optional paths that may be absent
 * @param template the parsed template
 */
public record OfficialDocument(
        String key, String title, Map<String, String> bindings, List<String> optional, DocumentTemplate template) {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*");

    /** What several documents have in common stands once, in {@code documents/parts}. */
    private static final Pattern PART = Pattern.compile("<!-- part: ([a-z-]+) -->\n");

    /** They are part of the program and do not change while it runs. */
    private static final Map<String, OfficialDocument> SHIPPED = new ConcurrentHashMap<>();

    private record Description(String title, Map<String, String> bindings, @Nullable List<String> optional) {}

    public OfficialDocument {
        if (!template.bindings().equals(bindings.keySet())) {
            throw new IllegalArgumentException(
                    key + ": template reads " + template.bindings() + ", described are " + bindings.keySet());
        }
        if (!template.title().equals(title) || !bindings.keySet().containsAll(optional)) {
            throw new IllegalArgumentException(key + ": title or optional paths differ from the template");
        }
        bindings = Map.copyOf(bindings);
        optional = List.copyOf(optional);
    }

    /**
     * A document that comes with Haina: receipt-voucher 收件凭证, one-time-notice 一次性告知书, acceptance-notice 受理通知书,
     * refusal-to-accept 不予受理通知书, decision-granted and decision-refused 决定书, withdrawal-confirmation 撤回申请确认书,
     * extension-notice 延长期限告知书, special-procedure-notice 特别程序告知书, voiding-notice 办件作废告知书,
     * transfer-notice 转报告知书, rectification-notice 更正通知书, commitment-letter 证明事项告知承诺书,
     * approval-commitment 告知承诺书, rectification-order 责令限期整改通知书, deadline-statement 办理时限说明, deferral-letter
     * 容缺受理告知承诺书, deferral-expiry 容缺材料逾期办结告知书, deemed-renewal 视为准予延续告知书, yearly-check-notice
     * 年度检查告知书, guardian-consent 监护人同意书,
     * statement-notice 陈述申辩告知书, grant-withdrawal-decision 撤回许可决定书, annulment-decision 撤销决定书, revocation-decision
     * 吊销许可证件决定书, cancellation-decision 注销许可决定书, proof-of-service 送达回证.
     *
     * @throws IllegalArgumentException when there is no such document
     */
    public static OfficialDocument named(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a document key: " + key);
        }
        return SHIPPED.computeIfAbsent(key, OfficialDocument::shipped);
    }

    private static OfficialDocument shipped(String key) {
        return parse(key, read(key + ".yaml"), assembled(read(key + ".html")));
    }

    /**
     * A document from its description and template.
     *
     * @throws IllegalArgumentException when the two do not fit
     */
    public static OfficialDocument parse(String key, String yaml, String html) {
        Description description = StrictYaml.read(yaml, Description.class);
        List<String> optional = description.optional() == null ? List.of() : description.optional();
        return new OfficialDocument(
                key, description.title(), description.bindings(), optional, DocumentTemplate.parse(html));
    }

    private static String assembled(String html) {
        return PART.matcher(html)
                .replaceAll(part -> Matcher.quoteReplacement(read("parts/" + part.group(1) + ".html")));
    }

    private static String read(String file) {
        try (InputStream in = OfficialDocument.class.getResourceAsStream("/haina/certificates/documents/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("No such document", new FileNotFoundException(file));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
