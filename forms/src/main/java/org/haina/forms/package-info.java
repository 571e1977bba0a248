@NullMarked
package org.haina.forms;

import org.jspecify.annotations.NullMarked;
