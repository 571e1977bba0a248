package org.haina.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The running engine. One application, one database, several nodes beside each other if wanted. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HainaApplication {

    public static void main(String[] args) {
        SpringApplication.run(HainaApplication.class, args);
    }
}
