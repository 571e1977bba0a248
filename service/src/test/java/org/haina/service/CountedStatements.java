package org.haina.service;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Notes every statement prepared on its connections; what the engine sends as one batch is prepared once. */
public final class CountedStatements extends WatchedConnections {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    public CountedStatements(DataSource target) {
        super(target);
    }

    public List<String> statements() {
        return statements;
    }

    @Override
    protected void prepared(String sql) {
        statements.add(sql);
    }
}
