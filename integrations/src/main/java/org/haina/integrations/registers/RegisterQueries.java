package org.haina.integrations.registers;

import java.util.Map;
import java.util.function.Function;

/** An adapter's questions under the names of the catalogue. */
interface RegisterQueries {

    String register();

    Map<String, Function<RegisterRequest, Answer>> queries();
}
