package org.haina.service.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Legal time. Every date and deadline is counted in Shanghai. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${spring.datasource.url:}'.isBlank()")
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedServer embeddedServer(DatabaseSettings settings) {
            EmbeddedServer server = EmbeddedServer.start(settings);
            Bootstrap.prepare(server);
            return server;
        }

        @Bean
        @Primary
        DataSource dataSource(EmbeddedServer server, DatabaseSettings settings) {
            HikariConfig pool = new HikariConfig();
            pool.setPoolName("haina");
            pool.setJdbcUrl(server.url(Bootstrap.DATABASE));
            pool.setUsername(Bootstrap.RUNTIME);
            pool.setPassword(Bootstrap.RUNTIME);
            pool.setMaximumPoolSize(settings.poolSize());
            // Overload must fail fast with a clear answer instead of queueing.
            pool.setConnectionTimeout(3_000);
            return new HikariDataSource(pool);
        }

        @Bean
        @FlywayDataSource
        DataSource ownerDataSource(EmbeddedServer server) {
            return new SimpleDriverDataSource(
                    new org.postgresql.Driver(), server.url(Bootstrap.DATABASE), Bootstrap.OWNER, Bootstrap.OWNER);
        }
    }
}
