package org.haina.service.access;

import java.util.Map;

/**
 * A condition for a {@code where} clause with its named parameters, all of them beginning with {@code visible_}.
 *
 * @param sql in parentheses, so that it can stand beside others
 */
public record SqlPredicate(String sql, Map<String, Object> parameters) {

    public SqlPredicate {
        parameters = Map.copyOf(parameters);
    }
}
