package org.haina.service.issuance;

import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.integrations.registers.Authorities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IssuanceConfiguration {

    /** The types as the store itself knows them, so that both form the same identifier. */
    @Bean
    LicenceTypes licenceTypes(Authorities authorities) {
        return authorities.licenceStore().types();
    }
}
