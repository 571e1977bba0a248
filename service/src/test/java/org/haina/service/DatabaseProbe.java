package org.haina.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the calling thread does with the service's database, and what may go wrong there. */
public final class DatabaseProbe {

    /** Where the connection breaks: the database has then committed nothing, or everything. */
    public enum Cut {
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private static final String BROKEN = "08006";

    private final ThreadLocal<@Nullable List<String>> counting = new ThreadLocal<>();
    private final ThreadLocal<@Nullable Cut> cut = new ThreadLocal<>();

    /** The statements of one action, in their order. */
    public List<String> statementsOf(Callable<?> action) throws Exception {
        List<String> statements = new ArrayList<>();
        counting.set(statements);
        try {
            action.call();
        } finally {
            counting.remove();
        }
        return statements;
    }

    /** Runs an action whose next commit on this thread loses the connection to the database. */
    public <T> T losing(Cut where, Callable<T> action) throws Exception {
        cut.set(where);
        try {
            return action.call();
        } finally {
            cut.remove();
        }
    }

    private void commit(Connection connection) throws SQLException {
        Cut where = cut.get();
        if (where == null) {
            connection.commit();
            return;
        }
        cut.remove();
        if (where == Cut.AFTER_COMMIT) {
            connection.commit();
        }
        connection.abort(Runnable::run);
        throw new SQLException("The connection to the database is gone", BROKEN);
    }

    private final class Probed extends WatchedConnections {

        Probed(DataSource target) {
            super(target);
        }

        @Override
        protected void prepared(String sql) {
            List<String> statements = counting.get();
            if (statements != null) {
                statements.add(sql);
            }
        }

        @Override
        protected void commit(Connection connection) throws SQLException {
            DatabaseProbe.this.commit(connection);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        private static final DatabaseProbe PROBE = new DatabaseProbe();

        @Bean
        DatabaseProbe databaseProbe() {
            return PROBE;
        }

        @Bean
        static BeanPostProcessor probedDataSource() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("dataSource") ? PROBE.new Probed((DataSource) bean) : bean;
                }
            };
        }
    }
}
