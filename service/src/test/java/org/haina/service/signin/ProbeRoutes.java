package org.haina.service.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.haina.service.access.Caller;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.edge.Problem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes that exist in tests only. */
@RestController
class ProbeRoutes {

    @MayCall(Who.ANYBODY)
    @GetMapping(path = "/probe/logout", produces = "text/html;charset=UTF-8")
    String logout(CsrfToken csrf) {
        return "<form method='post' action='/logout'><input type='hidden' name='_csrf' value='" + csrf.getToken()
                + "'><button>退出</button></form>";
    }

    record Body(@JsonProperty(required = true) String name, int count) {}

    @MayCall({Who.CLERK, Who.REVIEWER})
    @GetMapping("/for-clerks")
    String forClerks(Caller.Official official) {
        return official.account();
    }

    @MayCall(Who.CLERK)
    @PostMapping("/for-clerks")
    String write(Caller.Official official) {
        return official.account();
    }

    @MayCall(Who.CLERK)
    @GetMapping(path = "/probe/form", produces = "text/html;charset=UTF-8")
    String form(CsrfToken csrf) {
        return "<form method='post' action='/probe/form'><input type='hidden' name='_csrf' value='" + csrf.getToken()
                + "'><textarea name='opinion'></textarea><button>提交</button></form>";
    }

    @MayCall(Who.CLERK)
    @PostMapping(path = "/probe/form", produces = "text/plain;charset=UTF-8")
    String submitted(Caller.Official official, @RequestParam String opinion) {
        return official.account() + ": " + opinion;
    }

    @MayCall(Who.CITIZEN)
    @GetMapping("/probe/citizen")
    String citizen(Caller.Citizen citizen) {
        return "level " + citizen.realNameLevel() + " " + citizen.party();
    }

    @GetMapping("/unsaid")
    String unsaid() {
        return "never";
    }

    @MayCall({Who.CITIZEN, Who.OFFICIAL, Who.MACHINE})
    @GetMapping("/api/probe/me")
    Caller me(Caller caller) {
        return caller;
    }

    @MayCall(Who.ANYBODY)
    @PostMapping("/api/probe/body")
    Body body(@RequestBody Body body) {
        return body;
    }

    @MayCall(Who.ANYBODY)
    @GetMapping("/api/probe/refused")
    String refused() {
        throw Problem.notFound("没有这个办件。");
    }

    @MayCall(Who.ANYBODY)
    @GetMapping("/api/probe/conflict")
    String conflict() {
        throw new OptimisticLockingFailureException("select secret from t");
    }

    @MayCall(Who.ANYBODY)
    @GetMapping({"/api/probe/broken", "/probe/broken"})
    String broken() {
        throw new IllegalStateException("internal words");
    }
}
