package org.haina.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test against the whole running service: one Spring context and one PostgreSQL for all of them. Each test makes its
 * own parties and cases; nothing is truncated.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({
    MovableClock.Configuration.class,
    SandboxAuthorities.Configuration.class,
    DatabaseProbe.Configuration.class,
    Filing.Configuration.class,
    KeycloakForTests.Configuration.class
})
public @interface ServiceTest {}
