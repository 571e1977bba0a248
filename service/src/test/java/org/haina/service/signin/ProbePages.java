package org.haina.service.signin;

import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A page that exists in tests only. */
@Controller
class ProbePages {

    @MayCall(Who.ANYBODY)
    @GetMapping("/probe/page")
    String broken() {
        throw new IllegalStateException("internal words");
    }
}
