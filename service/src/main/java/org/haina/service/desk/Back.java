package org.haina.service.desk;

/** Where to return to: a page of the desk and nothing else, whatever a form says. */
final class Back {

    private static final String HOME = "/desk";

    private Back() {}

    static String of(String wanted) {
        return wanted.matches("/(desk|oversight)(?!.*(//|\\.\\.))[A-Za-z0-9._~/?=&%-]*") ? wanted : HOME;
    }
}
