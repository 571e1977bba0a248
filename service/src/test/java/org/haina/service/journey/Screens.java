package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.haina.service.KeycloakForTests;
import org.haina.service.keys.CaseNumber;

/** All the screens of one journey, at the service and its login server. */
final class Screens implements AutoCloseable {

    private final String journey;
    private final String home;
    private final List<Screen> all = new ArrayList<>();

    private Screens(String journey, int port) {
        this.journey = journey;
        this.home = "http://localhost:" + port;
    }

    /** @param journey first word of the names of all pictures */
    static Screens of(String journey, int port) {
        KeycloakForTests.running(port);
        return new Screens(journey, port);
    }

    Screen phone(String whose) {
        return phone(whose, true);
    }

    Screen phone(String whose, boolean scripts) {
        return keep(Screen.phone(home, journey + "-" + whose, scripts));
    }

    Screen desk(String whose) {
        return keep(Screen.desk(home, journey + "-" + whose));
    }

    /** An official at the page of a case. */
    Screen desk(String account, CaseNumber number) {
        return desk(account, "/desk/cases/" + number);
    }

    /** An official at a page. */
    Screen desk(String account, String path) {
        Screen desk = desk(account.replace('.', '-'));
        desk.signIn(account, path);
        return desk;
    }

    private Screen keep(Screen screen) {
        all.add(screen);
        return screen;
    }

    /** No page that anybody looked at had anything wrong with it. */
    void assertInOrder() {
        assertThat(all.stream().flatMap(screen -> screen.complaints().stream())).isEmpty();
    }

    /** A last picture of each, for those who look for the reason of a failure. */
    @Override
    public void close() {
        all.forEach(screen -> screen.picture(screen.name() + "-last"));
        all.forEach(Screen::close);
    }
}
