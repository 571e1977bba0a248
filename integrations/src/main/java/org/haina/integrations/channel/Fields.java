package org.haina.integrations.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityAnswerException.Reason;

/** An authority's answer, read strictly: a missing or misshapen field is named, its value is not. */
public final class Fields {

    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");
    private static final int LONGEST = 2000;

    private final String authority;
    private final JsonNode node;

    public Fields(String authority, JsonNode node) {
        this.authority = authority;
        this.node = node;
    }

    /** A text that must be there: 1 to 2,000 printable characters. */
    public String text(String field) {
        return find(field).orElseThrow(() -> malformed(field));
    }

    /** A text that may be absent, null or empty. */
    public Optional<String> find(String field) {
        var value = node.path(field);
        if (value.isMissingNode() || value.isNull() || value.asText().isEmpty()) {
            return Optional.empty();
        }
        var text = value.asText();
        if (value.isContainerNode()
                || text.length() > LONGEST
                || UNPRINTABLE.matcher(text).find()) {
            throw malformed(field);
        }
        return Optional.of(text);
    }

    /** A date as {@code yyyyMMdd} or {@code yyyy-MM-dd}. */
    public LocalDate date(String field) {
        return findDate(field).orElseThrow(() -> malformed(field));
    }

    public Optional<LocalDate> findDate(String field) {
        try {
            return find(field).map(text -> LocalDate.parse(text.replace("-", ""), COMPACT));
        } catch (DateTimeException e) {
            throw malformed(field);
        }
    }

    public Fields object(String field) {
        var value = node.path(field);
        if (!value.isObject()) {
            throw malformed(field);
        }
        return new Fields(authority, value);
    }

    /** A list of objects; absent and null read as empty. */
    public List<Fields> list(String field) {
        var value = node.path(field);
        var items = new ArrayList<Fields>();
        if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
            throw malformed(field);
        }
        value.forEach(item -> items.add(new Fields(authority, item)));
        return items;
    }

    /** The first object of a list, where an authority answers with a list of none or one. */
    public Optional<Fields> first(String field) {
        return list(field).stream().findFirst();
    }

    /** Insists that the answer is about the one asked for. */
    public Fields about(String field, String asked) {
        if (!text(field).equalsIgnoreCase(asked)) {
            throw new AuthorityAnswerException(authority, Reason.WRONG_SUBJECT, field);
        }
        return this;
    }

    public AuthorityAnswerException malformed(String field) {
        return new AuthorityAnswerException(authority, Reason.MALFORMED, "field " + field);
    }

    /** The authority's own refusal; {@code code} is kept if it looks like a code. */
    public AuthorityAnswerException rejected(String code) {
        var kept = code.matches("[A-Za-z0-9_-]{1,20}") ? code : "?";
        return new AuthorityAnswerException(authority, Reason.REJECTED, "code " + kept);
    }
}
