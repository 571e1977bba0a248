package org.haina.service.signin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.haina.service.edge.EdgeSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** How sessions are stored and named. */
@Configuration(proxyBeanMethods = false)
class StoredSessions {

    private static final Logger LOG = LoggerFactory.getLogger(StoredSessions.class);
    private static final ObjectInputFilter KNOWN =
            ObjectInputFilter.Config.createFilter("java.**;org.springframework.security.**;"
                    + "org.springframework.web.servlet.FlashMap;org.springframework.util.LinkedMultiValueMap;"
                    + "org.springframework.util.MultiValueMapAdapter;org.haina.service.**;!*");

    @Bean
    CookieSerializer sessionCookie(EdgeSettings edge) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(edge.secure() ? "__Host-haina" : "haina");
        cookie.setUseSecureCookie(edge.secure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    @Bean
    GenericConversionService springSessionConversionService() {
        var service = new GenericConversionService();
        service.addConverter(Object.class, byte[].class, new SerializingConverter());
        service.addConverter(byte[].class, Object.class, StoredSessions::read);
        return service;
    }

    /** An attribute written by an older release counts as absent: its owner signs in again instead of seeing an error. */
    private static @Nullable Object read(byte[] bytes) {
        try (var stream = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            stream.setObjectInputFilter(KNOWN);
            return stream.readObject();
        } catch (IOException | ClassNotFoundException e) {
            LOG.info("A stored session attribute is of another release and was dropped: {}", e.toString());
            return null;
        }
    }
}
