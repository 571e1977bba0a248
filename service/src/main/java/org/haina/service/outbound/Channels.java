package org.haina.service.outbound;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ways out of this node, by register. */
@Component
class Channels {

    private final Map<String, OutboundChannel> byRegister = new HashMap<>();

    Channels(Collection<OutboundChannel> channels) {
        channels.forEach(channel -> channel.registers().forEach(register -> add(register, channel)));
    }

    private void add(String register, OutboundChannel channel) {
        if (byRegister.putIfAbsent(register, channel) != null) {
            throw new IllegalStateException("Two channels for register " + register);
        }
    }

    OutboundChannel of(String register) {
        OutboundChannel channel = byRegister.get(register);
        if (channel == null) {
            throw new IllegalArgumentException("No channel for register " + register);
        }
        return channel;
    }

    Set<String> registers() {
        return byRegister.keySet();
    }

    List<String> sorted() {
        return byRegister.keySet().stream().sorted().toList();
    }
}
