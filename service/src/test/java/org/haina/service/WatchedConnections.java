package org.haina.service;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections that tell of each statement and let a test stand between the service and the end of a transaction. */
abstract class WatchedConnections extends DelegatingDataSource {

    WatchedConnections(DataSource target) {
        super(target);
    }

    protected void prepared(String sql) {}

    protected void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("prepare")) {
                        prepared(String.valueOf(arguments[0]).strip());
                    }
                    if (method.getName().equals("commit")) {
                        commit(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
