package org.haina.integrations.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.haina.integrations.DemoPerson;
import org.haina.integrations.DemoPersons;

/** The sandbox's page: every authority with its behaviour, and the demo persons. */
final class Overview {

    private static final String HEAD =
            """
            <!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>海纳 模拟部门接口</title>
            <style>body{font:16px/1.5 system-ui,"Noto Sans SC",sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}
            table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:.3rem .6rem;text-align:left}
            .wrap{overflow-x:auto}</style></head><body><main>
            <h1>模拟部门接口</h1><p>演示数据 无效。以下部门均由本机模拟，人员均为虚构。</p>
            """;

    private final List<Desk> desks;
    private final Switchboard switchboard;
    private final Ledger ledger;

    Overview(List<Desk> desks, Switchboard switchboard, Ledger ledger) {
        this.desks = desks;
        this.switchboard = switchboard;
        this.ledger = ledger;
    }

    String page() {
        return HEAD
                + "<h2>部门</h2><div class=\"wrap\"><table><tr><th>部门</th><th>地址</th><th>调用</th><th>办理</th><th>状态</th></tr>"
                + desks.stream().map(this::row).collect(Collectors.joining())
                + "</table></div><h2>演示人员</h2><div class=\"wrap\"><table>"
                + "<tr><th>姓名</th><th>证件号码</th><th>账号</th><th>说明</th></tr>"
                + DemoPersons.get().all().stream().map(Overview::row).collect(Collectors.joining())
                + "</table></div></main></body></html>";
    }

    private String row(Desk desk) {
        var key = desk.authority();
        return "<tr><th>" + desk.title() + "</th><td><code>/" + key + "</code></td><td>" + switchboard.calls(key)
                + "</td><td><a href=\"/control/" + key + "\">"
                + ledger.effects(key).size() + "</a></td><td><form method=\"post\" action=\"/control/" + key
                + "\"><input type=\"hidden\" name=\"page\" value=\"1\"><label>状态 <select name=\"mode\">" + options(key)
                + "</select></label> <button>设置</button></form></td></tr>";
    }

    private String options(String key) {
        var now = switchboard.get(key).mode();
        return Arrays.stream(Mode.values())
                .map(mode -> "<option value=\"" + mode.key() + "\"" + (mode == now ? " selected" : "") + ">"
                        + mode.title() + "</option>")
                .collect(Collectors.joining());
    }

    private static String row(DemoPerson person) {
        return "<tr><td>" + person.name() + "</td><td>" + person.idNumber() + "</td><td>"
                + (person.account() == null ? "" : person.account()) + "</td><td>" + person.story() + "</td></tr>";
    }
}
