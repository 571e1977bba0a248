package org.haina.service.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityUnavailableException;
import org.haina.integrations.registers.Authorities;
import org.haina.integrations.registers.RegisterCatalogue;
import org.haina.integrations.registers.RegisterRequest;
import org.haina.integrations.registers.Registers;
import org.springframework.stereotype.Component;

/** The registers of the integrations, over HTTP; answers have the form {@code {finding, fields, differences}}. */
@Component
class RegisterChannel implements OutboundChannel {

    private final Registers registers;

    RegisterChannel(Authorities authorities) {
        this.registers = authorities.registers();
    }

    @Override
    public Set<String> registers() {
        return RegisterCatalogue.get().registers().stream()
                .map(RegisterCatalogue.Register::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public JsonNode call(Request request) {
        try {
            return registers.ask(translated(request)).toJson();
        } catch (AuthorityUnavailableException e) {
            throw new Unavailable(e.reason().name(), e.retryAfter().orElse(null), e);
        } catch (AuthorityAnswerException e) {
            throw new Refused(e.reason().name(), e);
        } catch (IllegalArgumentException e) {
            throw new Refused("NOT_ASKABLE", e);
        }
    }

    private static RegisterRequest translated(Request request) {
        return new RegisterRequest(
                request.register(),
                request.query(),
                (ObjectNode) request.parameters(),
                request.id().toString(),
                request.purpose());
    }
}
