package org.haina.service.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Creates what a database administrator would create for an external server ({@code docs/operations.md}): database,
 * roles and schemas. Everything is repeatable.
 */
final class Bootstrap {

    static final String DATABASE = "haina";
    static final String OWNER = "haina_owner";
    static final String RUNTIME = "haina_app";

    private Bootstrap() {}

    static void prepare(EmbeddedServer server) {
        try (Connection admin = DriverManager.getConnection(server.url("postgres"), "postgres", "postgres")) {
            if (!exists(admin, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                execute(admin, "create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be created", e);
        }
        try (Connection admin = DriverManager.getConnection(server.url(DATABASE), "postgres", "postgres")) {
            role(admin, OWNER);
            role(admin, RUNTIME);
            execute(admin, "create schema if not exists haina authorization " + OWNER);
            execute(admin, "create schema if not exists engine authorization " + RUNTIME);
            execute(admin, "grant usage on schema haina to " + RUNTIME);
            execute(admin, "revoke all on schema public from public");
            execute(admin, "create extension if not exists pg_trgm with schema haina");
            execute(admin, "alter role " + OWNER + " set search_path = haina");
            // The engine creates its tables in the first schema of the path: the order matters.
            execute(admin, "alter role " + RUNTIME + " set search_path = engine, haina");
            execute(admin, "alter role " + RUNTIME + " set statement_timeout = '30s'");
            execute(admin, "alter role " + RUNTIME + " set lock_timeout = '10s'");
            execute(admin, "alter role " + RUNTIME + " set idle_in_transaction_session_timeout = '60s'");
        } catch (SQLException e) {
            throw new IllegalStateException("Roles and schemas could not be created", e);
        }
    }

    private static void role(Connection admin, String name) throws SQLException {
        if (!exists(admin, "select 1 from pg_roles where rolname = '" + name + "'")) {
            execute(admin, "create role " + name + " login password '" + name + "'");
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
