package org.haina.service.uploads;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    @Bean
    Workers uploadWorkers(UploadSettings settings) {
        return new Workers(settings);
    }

    @Bean
    Scanner uploadScanner(UploadSettings settings) {
        return settings.scanner().host().isBlank()
                ? content -> Scanner.Verdict.NOT_SCANNED
                : new ClamdScanner(settings.scanner());
    }
}
