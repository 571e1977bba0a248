package org.haina.integrations.sandbox;

/** An authority's counter in the sandbox. */
interface Desk {

    /** Key of the register, also the first step of its paths. */
    String authority();

    /** Chinese name. */
    String title();

    Reply serve(Call call);

    /** Whether the path only logs in; such calls are not troubled, so that a fault hits the call it is meant for. */
    boolean logsIn(String path);
}
