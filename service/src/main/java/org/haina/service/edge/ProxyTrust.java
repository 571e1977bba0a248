package org.haina.service.edge;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Believes {@code X-Forwarded-*} from the configured proxies only; without any, what a client claims counts nothing. */
@Component
class ProxyTrust implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final EdgeSettings settings;

    ProxyTrust(EdgeSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (settings.trustedProxies().isBlank()) {
            return;
        }
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(settings.trustedProxies());
        valve.setTrustedProxies(null);
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        valve.setPortHeader("X-Forwarded-Port");
        factory.addEngineValves(valve);
    }
}
