@NullMarked
package org.haina.processes;

import org.jspecify.annotations.NullMarked;
