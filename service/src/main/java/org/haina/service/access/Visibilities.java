package org.haina.service.access;

import java.util.Set;
import org.springframework.stereotype.Service;

/** Gives each caller's visibility at this moment; not to be kept beyond a request, since mandates end. */
@Service
public class Visibilities {

    private final MandateDirectory mandates;

    Visibilities(MandateDirectory mandates) {
        this.mandates = mandates;
    }

    public Visibility of(Caller caller) {
        return Visibility.of(
                caller, caller instanceof Caller.Citizen citizen ? mandates.of(citizen.party()) : Set.of());
    }
}
