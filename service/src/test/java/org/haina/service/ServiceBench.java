package org.haina.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A measurement of the whole service over HTTP; run by {@code ./haina bench}, never with the tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "haina.home=target/bench/home",
            "haina.database.directory=target/bench/postgres",
            "haina.documents.busy=0.6" // as shipped
        })
@ActiveProfiles("test")
@Import({
    MovableClock.Configuration.class,
    SandboxAuthorities.Configuration.class,
    Filing.Configuration.class,
    LocalIssuer.Configuration.class
})
public @interface ServiceBench {}
