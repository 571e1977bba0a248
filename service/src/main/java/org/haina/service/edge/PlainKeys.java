package org.haina.service.edge;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.util.List;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Numbers, keys and districts are plain text to whoever calls, in answers and in the description of the API. */
@Configuration(proxyBeanMethods = false)
class PlainKeys {

    private static final List<Class<?>> KEYS = List.of(CaseNumber.class, District.class, ItemKey.class, PartyId.class);

    @Bean
    static SimpleModule plainKeysModule() {
        SimpleModule module = new SimpleModule("plain-keys");
        KEYS.forEach(key -> {
            module.addSerializer(key, ToStringSerializer.instance);
            SpringDocUtils.getConfig().replaceWithClass(key, String.class);
        });
        return module;
    }
}
