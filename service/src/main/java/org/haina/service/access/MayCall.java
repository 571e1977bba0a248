package org.haina.service.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States who may call a route; on a controller method, or on the controller for all its methods (the method wins). A
 * route that does not say is closed to everybody, and a test names it. Which object a caller may see is not decided
 * here.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface MayCall {

    Who[] value();
}
