package org.haina.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * A place at which a service process under test dies, once, as by {@code kill -9}. Armed from outside by a file, so that
 * the service itself knows nothing of it.
 *
 * @param where relative to the statement
 * @param statement begins so
 */
public record FailPoint(Where where, String statement) {

    static final String PROPERTY = "haina.test.fail-point";

    /** When, relative to a statement, the process dies. */
    public enum Where {
        /** The statement is not sent. */
        STATEMENT,
        /** Its transaction is written and not committed. */
        BEFORE_COMMIT,
        /** Its transaction is committed and nobody has been told. */
        AFTER_COMMIT
    }

    static Path file(Path home) {
        return home.resolveSibling(home.getFileName() + ".fail-point");
    }

    /** The process of this home dies when it comes here next. */
    public void arm(Path home) {
        try {
            Path ready =
                    Files.writeString(home.resolveSibling(home.getFileName() + ".arming"), where + " " + statement);
            Files.move(ready, file(home), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void dieIf(Path file, Where where, String statement) {
        try {
            String armed = Files.exists(file) ? Files.readString(file) : "";
            if (!armed.isEmpty() && (where + " " + statement).startsWith(armed)) {
                Files.delete(file);
                Runtime.getRuntime().halt(137);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Watches the connections of the process. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        static BeanPostProcessor failingConnections(Environment environment) {
            Path file = Path.of(environment.getRequiredProperty(PROPERTY));
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource target ? new Watched(target, file) : bean;
                }
            };
        }
    }

    private static final class Watched extends WatchedConnections {

        private final Path file;
        private final ThreadLocal<List<String>> sent = ThreadLocal.withInitial(ArrayList::new);

        Watched(DataSource target, Path file) {
            super(target);
            this.file = file;
        }

        @Override
        public Connection getConnection() throws SQLException {
            sent.get().clear();
            return super.getConnection();
        }

        @Override
        protected void prepared(String sql) {
            sent.get().add(sql);
            dieIf(file, Where.STATEMENT, sql);
        }

        @Override
        protected void commit(Connection connection) throws SQLException {
            var statements = List.copyOf(sent.get());
            sent.get().clear();
            statements.forEach(sql -> dieIf(file, Where.BEFORE_COMMIT, sql));
            connection.commit();
            statements.forEach(sql -> dieIf(file, Where.AFTER_COMMIT, sql));
        }
    }
}
